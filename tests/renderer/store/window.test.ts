import { describe, expect, test } from 'vitest';
import { createAccountsStore } from '../../../renderer/store/accounts.ts';
import { createPlaceStore, fromHash, type Place, toHash } from '../../../renderer/store/place.ts';
import {
  createSettingsStore,
  languageAround,
  languageOf,
} from '../../../renderer/store/settings.ts';
import { FakeBridge, fakeSurroundings, Refused } from '../fake-bridge.ts';

describe('places', () => {
  const places: Place[] = [
    { at: 'accounts' },
    { at: 'set-up' },
    { at: 'run', accountId: 'a-1' },
    { at: 'library' },
    { at: 'library', accountId: 'a-1' },
    { at: 'settings' },
    { at: 'settings', report: true },
    { at: 'help' },
  ];

  test.each(places)('$at has an address that leads back to it', place => {
    expect(fromHash(toHash(place))).toEqual(place);
  });

  test.each(['', '#', '#/run', '#/nowhere', '#/run/../x', '#/library/%2e'])(
    'the address %j leads to the accounts',
    hash => {
      expect(fromHash(hash)).toEqual({ at: 'accounts' });
    },
  );

  test('the menu of the desktop app leads somewhere', () => {
    const bridge = new FakeBridge();
    const store = createPlaceStore(bridge, { at: 'accounts' });
    bridge.emit('place.asked', { place: 'settings' });
    expect(store.getState().place).toEqual({ at: 'settings' });
  });
});

describe('settings', () => {
  const settings = {
    language: 'system',
    theme: 'system',
    panes: [],
    density: 'comfortable',
    conversations: false,
    trace: false,
    updates: 'unasked',
  } as const;

  test('a change is shown at once and corrected by the answer', async () => {
    const bridge = new FakeBridge({ 'settings.set': () => ({ ...settings, theme: 'light' }) });
    const store = createSettingsStore(bridge, fakeSurroundings());
    const changed = store.getState().change({ theme: 'dark' });
    expect(store.getState().settings.theme).toBe('dark');
    await changed;
    expect(store.getState().settings.theme).toBe('light');
  });

  test('the language of the system, where Mailstow speaks it', () => {
    const system = { ...settings, panes: [] };
    expect(languageOf(system, 'cs-CZ')).toBe('cs-CZ');
    expect(languageOf(system, 'de-AT')).toBe('de-AT');
    expect(languageOf(system, 'it-IT')).toBe('en');
    expect(languageOf({ ...system, language: 'cs' }, 'en-GB')).toBe('cs');
    expect(languageOf({ ...system, language: 'en' }, 'en-GB')).toBe('en-GB');
  });

  test('the system’s on the desktop, the browser’s in a browser', () => {
    const rest = { version: '1', keepsPasswords: true, logs: '', looksForUpdates: false };
    const info = { ...rest, language: 'cs-CZ' };
    expect(languageAround({ ...info, host: 'desktop' }, 'de-DE')).toBe('cs-CZ');
    expect(languageAround({ ...info, host: 'browser' }, 'de-DE')).toBe('de-DE');
    expect(languageAround(undefined, 'de-DE')).toBe('de-DE');
  });
});

test('an account that cannot be removed stays, with the reason', async () => {
  const one = { id: 'one' };
  const bridge = new FakeBridge({
    'accounts.list': () => [one],
    'accounts.remove': () => {
      throw new Refused({ message: 'It is being archived.' });
    },
  });
  const store = createAccountsStore(bridge);
  await store.getState().load();
  await store.getState().remove('one');
  expect(store.getState()).toMatchObject({
    accounts: [one],
    failure: { message: 'It is being archived.' },
  });
});
