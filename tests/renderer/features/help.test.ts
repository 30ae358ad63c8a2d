// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { fromHash, toHash } from '../../../renderer/store/place.ts';
import { anAccount } from '../an-account.ts';
import { openWindow } from './window.ts';

const button = (name: string) => screen.getByRole('button', { name });
const sheet = () => screen.queryByRole('dialog', { name: 'Keyboard shortcuts' });

describe('the help', () => {
  test('says what is kept, and what the signs mean, and leads back', async () => {
    const { stores, user } = await openWindow({ at: { at: 'help' } });
    const chapters = screen.getAllByRole('heading', { level: 2 });
    expect(chapters.map(({ textContent }) => textContent)).toEqual([
      'What is saved, and where',
      'Read it without Mailstow',
      'Archive again',
      'What stays private',
      'If something goes wrong',
      'What the signs mean',
    ]);
    const signs = screen.getAllByRole('term').map(({ textContent }) => textContent);
    expect(signs).toEqual(['Safe', 'Working', 'Needs you', 'Never archived']);
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Help' }));
    const page = within(screen.getByRole('main'));
    await user.click(page.getByRole('button', { name: 'Settings' }));
    expect(stores.place.getState().place).toEqual({ at: 'settings' });
  });

  test('has an address of its own', () => {
    expect(fromHash(toHash({ at: 'help' }))).toEqual({ at: 'help' });
  });

  test('shows the keys, too', async () => {
    const { user } = await openWindow({ at: { at: 'help' } });
    await user.click(button('Keyboard shortcuts'));
    within(await screen.findByRole('dialog')).getByText('Show these shortcuts');
  });
});

describe('the sheet of keys', () => {
  test('is opened by ? wherever nobody writes, and left by Escape', async () => {
    const { user } = await openWindow({ at: { at: 'accounts' }, accounts: [anAccount()] });
    await user.keyboard('?');
    const keys = within(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' }));
    expect(keys.getAllByRole('term').map(({ textContent }) => textContent)).toContain('?');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(sheet()).toBeNull());
    await user.keyboard('?');
    await user.click(await screen.findByRole('button', { name: 'Close' }));
    await waitFor(() => expect(sheet()).toBeNull());
  });

  test('stays away from what is being written', async () => {
    const { user } = await openWindow({ at: { at: 'accounts' } });
    const field = screen.getByLabelText('Email address');
    await user.type(field, '?');
    expect(field).toHaveProperty('value', '?');
    expect(sheet()).toBeNull();
  });

  test.each(['Control', 'Meta', 'Alt'])('is not what %s and ? ask for', async modifier => {
    const { user } = await openWindow({ at: { at: 'accounts' }, accounts: [anAccount()] });
    await user.keyboard(`{${modifier}>}?{/${modifier}}`);
    expect(sheet()).toBeNull();
    await user.keyboard('?');
    expect(sheet()).not.toBeNull();
  });

  test('does not open over a question', async () => {
    const { user } = await openWindow({
      ...{ at: { at: 'accounts' }, accounts: [anAccount({ hasPassword: false })] },
    });
    await user.click(button('Archive now'));
    const cancel = await screen.findByRole('button', { name: 'Cancel' });
    cancel.focus();
    await user.keyboard('?');
    expect(screen.getAllByRole('dialog')).toHaveLength(1);
    expect(sheet()).toBeNull();
  });
});
