import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Life } from '../../electron/desktop/life.ts';
import { wordsFor } from '../../electron/desktop/words.ts';
import {
  answers,
  app,
  autoUpdater,
  FakeWindow,
  order,
  powerMonitor,
  reset,
} from './fake-electron.ts';

const en = wordsFor('en', 'en');

vi.mock('electron', () => import('./fake-electron.ts'));

beforeEach(reset);
afterEach(() => vi.useRealTimers());

/** What the buttons of the question are, in their order. */
const button = { background: 0, stop: 1, cancel: 2 };

function begun({ running = true, writing = false, platform = 'linux' as NodeJS.Platform } = {}) {
  const window = new FakeWindow({});
  let finish: () => void = () => undefined;
  const ended = new Promise<void>(resolve => {
    finish = resolve;
  });
  const end = vi.fn(() => ended);
  const isRunning = () => running;
  const isWriting = () => writing;
  const life = new Life({ platform, words: () => en, isRunning, isWriting, end });
  life.begin();
  life.watch(window as never as BrowserWindow);
  return { window, end, finish };
}

const happening = () => ({ preventDefault: vi.fn() });
const count = (what: string) => order().filter(each => each === what).length;

/** Lets everything happen that was only waiting for its turn. */
const settled = () => new Promise(resolve => setImmediate(resolve));

test('files that are being written end before the app does, and nobody is asked', async () => {
  const { window, end, finish } = begun({ running: false, writing: true });
  const closing = happening();
  window.emit('close', closing);
  expect(closing.preventDefault).not.toHaveBeenCalled();
  const quitting = happening();
  app.emit('before-quit', quitting);
  expect(quitting.preventDefault).toHaveBeenCalledOnce();
  expect(end).toHaveBeenCalledOnce();
  finish();
  await settled();
  expect(count('quit')).toBe(1);
  expect(order()).not.toContain('showMessageBox');
});

describe('closing the window', () => {
  test('just closes it while nothing is archived', () => {
    const { window } = begun({ running: false });
    const closing = happening();
    window.emit('close', closing);
    expect(closing.preventDefault).not.toHaveBeenCalled();
    expect(order()).not.toContain('showMessageBox');
  });

  test.each([
    ['linux', 'window.minimize'],
    ['win32', 'window.minimize'],
    ['darwin', 'window.hide'],
  ] as const)('may go on in the background (%s)', async (platform, what) => {
    const { window, end } = begun({ platform });
    answers.response = button.background;
    const closing = happening();
    window.emit('close', closing);
    await settled();
    expect(closing.preventDefault).toHaveBeenCalledOnce();
    expect(count(what)).toBe(1);
    expect(end).not.toHaveBeenCalled();
  });

  test('may stop and quit', async () => {
    const { window } = begun();
    answers.response = button.stop;
    window.emit('close', happening());
    await settled();
    expect(count('quit')).toBe(1);
  });

  test('may be thought better of, and is asked about once at a time', async () => {
    const { window } = begun();
    answers.response = button.cancel;
    window.emit('close', happening());
    window.emit('close', happening());
    await settled();
    expect(count('showMessageBox')).toBe(1);
    expect(order()).not.toContain('quit');
    expect(order()).not.toContain('window.minimize');
  });
});

describe('quitting', () => {
  test('is held up by nothing where nothing is archived', () => {
    const { end } = begun({ running: false });
    const quitting = happening();
    app.emit('before-quit', quitting);
    expect(quitting.preventDefault).not.toHaveBeenCalled();
    expect(end).not.toHaveBeenCalled();
  });

  test('waits for the runs to end, then quits without asking', async () => {
    const { window, end, finish } = begun();
    const first = happening();
    app.emit('before-quit', first);
    app.emit('before-quit', happening());
    expect(first.preventDefault).toHaveBeenCalledOnce();
    expect(end).toHaveBeenCalledOnce();
    expect(order()).not.toContain('quit');
    finish();
    await vi.waitFor(() => expect(count('quit')).toBe(1));
    const again = happening();
    app.emit('before-quit', again);
    window.emit('close', again);
    expect(again.preventDefault).not.toHaveBeenCalled();
    expect(order()).not.toContain('showMessageBox');
  });

  test('does not wait for ever', async () => {
    vi.useFakeTimers();
    begun();
    app.emit('before-quit', happening());
    await vi.advanceTimersByTimeAsync(14_000);
    expect(order()).not.toContain('quit');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(count('quit')).toBe(1);
  });

  test('is what the last window does, except on macOS', () => {
    begun({ platform: 'darwin' });
    app.emit('window-all-closed');
    expect(order()).not.toContain('quit');
    reset();
    begun({ platform: 'win32' });
    app.emit('window-all-closed');
    expect(count('quit')).toBe(1);
  });
});

test('an update closes the windows without asking, and quits after the runs', () => {
  const { window, end } = begun();
  autoUpdater.emit('before-quit-for-update');
  const closing = happening();
  window.emit('close', closing);
  expect(closing.preventDefault).not.toHaveBeenCalled();
  expect(order()).not.toContain('showMessageBox');
  const quitting = happening();
  app.emit('before-quit', quitting);
  expect(quitting.preventDefault).toHaveBeenCalledOnce();
  expect(end).toHaveBeenCalledOnce();
});

describe('the end of the session', () => {
  test('waits for the runs where the system lets it', () => {
    const { end } = begun();
    const shutdown = happening();
    powerMonitor.emit('shutdown', shutdown);
    expect(shutdown.preventDefault).toHaveBeenCalledOnce();
    expect(end).toHaveBeenCalledOnce();
  });

  test('waits for the runs where Windows asks first', () => {
    const { window, end } = begun({ platform: 'win32' });
    const ending = happening();
    window.emit('query-session-end', ending);
    expect(ending.preventDefault).toHaveBeenCalledOnce();
    expect(end).toHaveBeenCalledOnce();
  });

  test('is not held up where nothing is archived', () => {
    const { window } = begun({ platform: 'win32', running: false });
    const ending = happening();
    window.emit('query-session-end', ending);
    powerMonitor.emit('shutdown', ending);
    expect(ending.preventDefault).not.toHaveBeenCalled();
  });

  test('ends the runs where Windows asks nobody', () => {
    const { window, end } = begun({ platform: 'win32' });
    window.emit('session-end');
    expect(end).toHaveBeenCalledOnce();
  });
});
