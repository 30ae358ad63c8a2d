// @vitest-environment happy-dom
import { act, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { RunState } from '../../../shared/contract.ts';
import { aChange, aRun } from '../../a-run.ts';
import { gate, Refused } from '../fake-bridge.ts';
import { anAccount, openWindow } from './window.ts';

const button = (name: string) => screen.getByRole('button', { name });
const at = { at: 'accounts' } as const;
const connecting = aRun({ state: 'connecting' });

test('at first there is the way to the first account', async () => {
  const { stores, user } = await openWindow({ at });
  screen.getByRole('heading', { name: 'Keep your mail, whatever happens' });
  await user.click(button('Set up an account'));
  expect(stores.place.getState().place).toEqual({ at: 'set-up' });
});

test('accounts that cannot be listed say why, and are listed again', async () => {
  let isThere = false;
  const { user } = await openWindow({
    at,
    answers: {
      'accounts.list': () => {
        if (!isThere) throw new Refused({ message: 'Your accounts cannot be read.' });
        return [anAccount()];
      },
    },
  });
  screen.getByText('Your accounts cannot be read.');
  expect(screen.queryByRole('button', { name: 'Set up an account' })).toBeNull();
  isThere = true;
  await user.click(button('Try again'));
  await screen.findByText('accounts@example.org');
  expect(screen.queryByRole('alert')).toBeNull();
});

describe('an account', () => {
  test('says how its last run ended', async () => {
    const finishedAt = Date.UTC(2026, 0, 2, 12);
    await openWindow({
      at,
      accounts: [
        anAccount({ lastRun: { finishedAt, complete: true, messages: 1_200 } }),
        anAccount({ id: 'two', lastRun: { finishedAt, complete: false, messages: 3 } }),
        anAccount({ id: 'three' }),
      ],
    });
    const [complete, incomplete, never] = screen
      .getAllByRole('listitem')
      .filter(item => item.classList.contains('account-card'))
      .map(item => item.textContent);
    expect(complete).toMatch(/Up to date · 1,200 messages · 2 Jan 2026/);
    expect(incomplete).toMatch(/Last attempt 2 Jan 2026.*: incomplete/);
    expect(never).toContain('Never archived');
  });

  test('is archived with one click, which leads to the run once it goes', async () => {
    const { opened, open } = gate<RunState>();
    const { stores, user } = await openWindow({
      at,
      accounts: [anAccount()],
      answers: { 'runs.start': () => opened },
    });
    await user.click(button('Archive now'));
    expect(stores.place.getState().place).toEqual(at);
    await act(async () => open(connecting));
    screen.getByText('Connecting…');
    expect(stores.place.getState().place).toEqual({ at: 'run', accountId: 'one' });
  });

  test('whose run does not start says why, beside it', async () => {
    const { stores, user } = await openWindow({
      at,
      accounts: [anAccount()],
      answers: {
        'runs.start': () => {
          throw new Refused({ message: 'The folder is in use.' });
        },
      },
    });
    await user.click(button('Archive now'));
    await screen.findByText('The folder is in use.');
    expect(stores.place.getState().place).toEqual(at);
  });

  test('whose password is not kept is asked for it; thinking better of it starts nothing', async () => {
    const { bridge, user } = await openWindow({
      at,
      accounts: [anAccount({ hasPassword: false })],
    });
    await user.click(button('Archive now'));
    const dialog = within(screen.getByRole('dialog'));
    await user.type(dialog.getByLabelText('Password'), 'secret');
    await user.click(dialog.getByRole('button', { name: 'Cancel' }));
    expect(bridge.inputsOf('runs.start')).toEqual([]);
    await user.click(button('Archive now'));
    expect(screen.getByLabelText('Password')).toHaveProperty('value', '');
  });

  test('that is being archived shows how far it is', async () => {
    const { bridge } = await openWindow({ at, accounts: [anAccount()], runs: [connecting] });
    expect(screen.queryByRole('button', { name: 'Archive now' })).toBeNull();
    act(() =>
      bridge.emit('run.changed', aChange({ ...connecting, state: 'paused', fraction: 0.25 })),
    );
    screen.getByText('Paused');
    expect(screen.getByRole('progressbar')).toHaveProperty('value', 0.25);
    button('Show the run');
  });
});
