// @vitest-environment happy-dom
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { fromHash, toHash } from '../../../renderer/store/place.ts';
import { gate, Refused } from '../fake-bridge.ts';
import { choose, openWindow } from './window.ts';

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const chosen = {
  language: 'system',
  theme: 'system',
  panes: [],
  density: 'comfortable',
  conversations: false,
  trace: false,
  updates: 'unasked',
};
const at = { at: 'settings' } as const;

/** The theme that is chosen, as the window says it. */
const theme = () =>
  within(screen.getByRole('radiogroup', { name: 'Theme' })).getByRole('radio', { checked: true })
    .textContent;

describe('how the window looks', () => {
  test('a choice is kept, and is there before the answer', async () => {
    const { opened, open } = gate<unknown>();
    const { bridge, user } = await openWindow({ at, answers: { 'settings.set': () => opened } });
    expect(theme()).toBe('System');
    await user.click(screen.getByRole('radio', { name: 'Dark' }));
    expect(theme()).toBe('Dark');
    expect(bridge.inputsOf('settings.set')).toEqual([{ theme: 'dark' }]);
    await act(async () => open({ ...chosen, theme: 'dark' }));
    expect(theme()).toBe('Dark');
  });

  test('each language says its name, and whether a native has read it', async () => {
    const { user } = await openWindow({ at });
    await user.click(button(/Language$/));
    const options = await screen.findAllByRole('option');
    expect(options.map(option => option.textContent)).toEqual([
      'Use system setting',
      'English',
      'Čeština',
      'Deutsch (noch nicht geprüft)',
      'Français (pas encore relu)',
      'Español (aún sin revisar)',
    ]);
  });

  test('one that cannot be kept says why', async () => {
    const { user } = await openWindow({
      at,
      answers: {
        'settings.set': () => {
          throw new Refused({ message: 'The disk is full.' });
        },
      },
    });
    await choose(user, 'Language', 'Čeština');
    await screen.findByText('The disk is full.');
  });

  test('what another window chose is shown here too', async () => {
    const { bridge } = await openWindow({ at });
    act(() =>
      bridge.emit('settings.changed', {
        language: 'cs',
        theme: 'light',
        panes: [],
        density: 'comfortable',
        conversations: false,
        trace: false,
        updates: 'unasked',
      }),
    );
    expect(theme()).toBe('Light');
  });
});

describe('new versions', () => {
  const look = 'Check for new versions of Mailstow';

  test('are looked for once the person says so', async () => {
    const answers = { 'settings.set': () => ({ ...chosen, updates: 'on' }) };
    const { bridge, user } = await openWindow({ at, answers });
    const choice = screen.getByRole('switch', { name: look });
    expect(choice).toHaveProperty('checked', false);
    await user.click(choice);
    expect(bridge.inputsOf('settings.set')).toEqual([{ updates: 'on' }]);
    expect(choice).toHaveProperty('checked', true);
  });

  test('are no question where they come in another way', async () => {
    await openWindow({ at, info: { looksForUpdates: false } });
    expect(screen.queryByRole('switch', { name: look })).toBeNull();
  });
});

test('the version is told, beside the way to the help', async () => {
  const { stores, user } = await openWindow({ at });
  screen.getByText('Mailstow 1.2.3');
  await user.click(button('Help'));
  expect(stores.place.getState().place).toEqual({ at: 'help' });
});

describe('signing out', () => {
  test('is there in a browser', async () => {
    const { services, user } = await openWindow({ at, info: { host: 'browser' } });
    await user.click(button('Sign out'));
    expect(services.signedOut()).toBe(1);
  });

  test('is not in the app on a desktop, where nobody signs in', async () => {
    await openWindow({ at, info: { host: 'desktop' } });
    expect(screen.queryByRole('button', { name: 'Sign out' })).toBeNull();
  });
});

describe('for anyone who helps', () => {
  test('the recording is switched on, and the page says where it is', async () => {
    const { bridge, user } = await openWindow({ at, answers: { 'settings.set': () => chosen } });
    const recording = screen.getByRole('switch', { name: /^Record the/ });
    expect(recording).toHaveProperty('checked', false);
    screen.getByText(/trace\.log in \/home\/data\/logs/);
    await user.click(recording);
    expect(bridge.inputsOf('settings.set')).toEqual([{ trace: true }]);
  });

  test('the report is seen before it is copied, without names unless they are ticked', async () => {
    const { bridge, user, services, stores } = await openWindow({
      at,
      answers: {
        'diagnostics.report': input => ({
          text: (input as { named: boolean }).named ? 'with names' : 'without names',
        }),
      },
    });
    await user.click(button('Show report…'));
    const text = screen.getByRole('textbox', { name: 'Diagnostic report' });
    await waitFor(() => expect(text).toHaveProperty('value', 'without names'));
    await user.click(button('Copy'));
    expect(services.copied).toEqual(['without names']);
    screen.getByText('Copied.');
    await user.click(screen.getByLabelText('Include addresses and folder names'));
    await waitFor(() => expect(text).toHaveProperty('value', 'with names'));
    expect(screen.queryByText('Copied.')).toBeNull();
    await user.click(button('Copy'));
    expect(services.copied).toEqual(['without names', 'with names']);
    const window = 'A browser of the test';
    expect(bridge.inputsOf('diagnostics.report')).toEqual([
      { named: false, window },
      { named: true, window },
    ]);
    await user.click(button('Close'));
    expect(stores.place.getState().place).toEqual({ at: 'settings' });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('the menu of the desktop app leads there, and names are left out each time', async () => {
    const { bridge } = await openWindow({
      at: { at: 'accounts' },
      answers: { 'diagnostics.report': () => ({ text: 'the report' }) },
    });
    act(() => bridge.emit('place.asked', { place: 'report' }));
    await screen.findByDisplayValue('the report');
    expect(fromHash('#/report')).toEqual({ at: 'settings', report: true });
    expect(toHash({ at: 'settings', report: true })).toBe('#/report');
  });

  test('a report that cannot be made says why', async () => {
    await openWindow({
      at: { at: 'settings', report: true },
      answers: {
        'diagnostics.report': () => {
          throw new Refused({ message: 'The file with your accounts was damaged.' });
        },
      },
    });
    await screen.findByText('The file with your accounts was damaged.');
  });
});
