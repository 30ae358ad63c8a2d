import type { BrowserWindow, Session } from 'electron';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { serveCalls, tellWindow } from '../../electron/desktop/ipc.ts';
import { Links } from '../../electron/desktop/links.ts';
import { hardenSession, keepPagesInPlace } from '../../electron/desktop/security.ts';
import { wordsFor } from '../../electron/desktop/words.ts';
import {
  answers,
  app,
  FakeContents,
  FakeSession,
  FakeWindow,
  ipcMain,
  lastTold,
  order,
  reset,
} from './fake-electron.ts';

const en = wordsFor('en', 'en');

vi.mock('electron', () => import('./fake-electron.ts'));

beforeEach(reset);

/** The fake has all that the code under test asks for. */
const asWindow = (window: FakeWindow): BrowserWindow => window as never;
const event = (more: object = {}) => ({ preventDefault: vi.fn(), ...more });

describe('a session', () => {
  function hardened() {
    const session = new FakeSession();
    hardenSession(session as never as Session, token => token === 'a11');
    return session;
  }

  test('permits nothing', () => {
    const session = hardened();
    const granted: unknown[] = [];
    session.permissionRequest?.(null, 'media', (granting: unknown) => granted.push(granting));
    expect(granted).toEqual([false]);
    expect(session.permissionCheck?.()).toBe(false);
    expect(session.devicePermission?.()).toBe(false);
  });

  test('is asked about every request, and lets through what is ours', () => {
    const session = hardened();
    const answered: unknown[] = [];
    const ask = (details: object) => session.beforeRequest?.(details, what => answered.push(what));
    ask({ url: 'mailstow://app/', resourceType: 'mainFrame' });
    ask({ url: 'https://example.org/', resourceType: 'xhr', frame: null });
    const picture = { url: 'https://example.org/a.png', resourceType: 'image' };
    const frame = { url: 'mailstow-mail://a11/' };
    ask({ ...picture, initiatorOrigin: 'null', frame });
    ask({ ...picture, initiatorOrigin: 'null', frame: { url: 'mailstow-mail://b22/' } });
    expect(answered).toEqual([
      { cancel: false },
      { cancel: true },
      { cancel: false },
      { cancel: true },
    ]);
    // A listener with a filter would not be asked about schemes nobody thought of.
    expect(lastTold('onBeforeRequest')).toHaveLength(1);
  });

  test('downloads nothing', () => {
    const download = event();
    hardened().emit('will-download', download);
    expect(download.preventDefault).toHaveBeenCalledOnce();
  });

  test('fetches no dictionaries', () => {
    hardened();
    expect(lastTold('setSpellCheckerLanguages')).toEqual([[]]);
    expect(lastTold('setSpellCheckerEnabled')).toEqual([false]);
    expect(lastTold('setSpellCheckerDictionaryDownloadURL')).toEqual(['http://127.0.0.1:1/']);
  });
});

describe('a page', () => {
  function watched() {
    const followed: string[] = [];
    keepPagesInPlace(address => followed.push(address));
    const contents = new FakeContents();
    app.emit('web-contents-created', {}, contents);
    return { contents, followed };
  }

  test.each(['will-frame-navigate', 'will-redirect'])('stays where it is (%s)', name => {
    const { contents } = watched();
    const away = event({ url: 'https://example.org/', isMainFrame: true });
    const message = event({ url: 'mailstow-mail://4f2a/', isMainFrame: false });
    contents.emit(name, away);
    contents.emit(name, message);
    expect(away.preventDefault).toHaveBeenCalledOnce();
    expect(message.preventDefault).not.toHaveBeenCalled();
  });

  test('holds no other page', () => {
    const attached = event();
    watched().contents.emit('will-attach-webview', attached);
    expect(attached.preventDefault).toHaveBeenCalledOnce();
  });

  test('opens no window; where it wanted to go is asked about', () => {
    const { contents, followed } = watched();
    const answer = contents.windowOpenHandler?.({ url: 'https://example.org/' });
    expect(answer).toEqual({ action: 'deny' });
    expect(followed).toEqual(['https://example.org/']);
  });
});

describe('a link', () => {
  const links = () => {
    const window = asWindow(new FakeWindow({}));
    return new Links(
      () => en,
      () => window,
    );
  };

  test('is followed after the person has seen where it leads', async () => {
    await links().follow('https://example.org/path');
    expect(lastTold('showMessageBox')).toMatchObject([
      { message: 'Open this link to example.org?', detail: 'https://example.org/path' },
    ]);
    expect(lastTold('openExternal')).toEqual(['https://example.org/path']);
  });

  test('is not followed where the person thinks better of it', async () => {
    answers.response = 1;
    await links().follow('https://example.org/');
    expect(order()).not.toContain('openExternal');
  });

  test('to what must not be opened is not even asked about', async () => {
    await links().follow('file:///etc/passwd');
    expect(order()).not.toContain('showMessageBox');
  });

  test('comes one at a time', async () => {
    const some = links();
    await Promise.all([some.follow('https://example.org/'), some.follow('https://example.com/')]);
    expect(order().filter(what => what === 'openExternal')).toHaveLength(1);
  });
});

describe('calls from the page', () => {
  const page = { origin: 'mailstow://app', parent: null };

  function served() {
    const window = new FakeWindow({});
    const calls: unknown[][] = [];
    serveCalls(
      async (...args) => calls.push(args),
      () => asWindow(window),
    );
    const [handle] = ipcMain.handlers.values();
    if (handle === undefined) throw new Error('Nothing is handled.');
    return { window, calls, handle };
  }

  test('come from the app in its own window, with whatever they bring', () => {
    const { window, calls, handle } = served();
    handle({ senderFrame: page, sender: window.webContents }, 'app.info', { a: 1 });
    expect(calls).toEqual([['app.info', { a: 1 }]]);
    expect(ipcMain.handlers.size).toBe(1);
  });

  test.each([
    ['a frame that has gone elsewhere', null],
    ['a frame inside the page', { ...page, parent: {} }],
    ['the page of a message', { origin: 'null', parent: null }],
    ['a page from elsewhere', { origin: 'https://example.org', parent: null }],
  ])('are refused from %s', (_, senderFrame) => {
    const { window, calls, handle } = served();
    const sender = window.webContents;
    expect(() => handle({ senderFrame, sender }, 'app.info')).toThrow('Refused');
    expect(calls).toEqual([]);
  });

  test('are refused from another window', () => {
    const { calls, handle } = served();
    const sender = new FakeContents();
    expect(() => handle({ senderFrame: page, sender }, 'app.info')).toThrow('Refused');
    expect(calls).toEqual([]);
  });
});

describe('events for the page', () => {
  const placed = { name: 'place.asked', value: { place: 'library' } } as const;

  test('are sent to the window, and to none that is gone', () => {
    const window = new FakeWindow({});
    tellWindow(asWindow(window), placed);
    expect(lastTold('send')).toEqual(['mailstow:event', 'place.asked', { place: 'library' }]);
    window.isGone = true;
    tellWindow(asWindow(window), placed);
    tellWindow(undefined, placed);
    expect(order().filter(what => what === 'send')).toHaveLength(1);
  });
});
