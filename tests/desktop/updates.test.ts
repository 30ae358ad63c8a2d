import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { feedOf, isOfFeed, type Program } from '../../electron/desktop/updates/feed.ts';
import { Updates } from '../../electron/desktop/updates/updates.ts';
import { wordsFor } from '../../electron/desktop/words.ts';
import { temporaryFolder } from '../services/accounts/a-profile.ts';
import { answers, lastTold, reset, told } from './fake-electron.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

beforeEach(reset);
afterEach(() => vi.useRealTimers());

const feed = 'https://updates.example.org/mailstow/';
const day = 24 * 60 * 60 * 1_000;

function setUp({ found = undefined as string | undefined, fails = false } = {}) {
  const updater = {
    look: vi.fn(async () => found),
    download: vi.fn(async () => {
      if (fails) throw new Error('sha512 checksum mismatch');
    }),
    restart: vi.fn(),
  };
  const open = vi.fn(async () => updater);
  const answered = vi.fn(async () => undefined);
  const end = vi.fn(async (): Promise<void> => undefined);
  const words = () => wordsFor('en', 'en');
  const window = () => undefined;
  return {
    updater,
    open,
    answered,
    end,
    updates: new Updates({ feed, window, words, answered, end, open }),
  };
}
const asked = () =>
  told
    .filter(({ what }) => what === 'showMessageBox')
    .map(({ with: [box] }) => box as { message: string });
const settled = () => new Promise(resolve => setImmediate(resolve));

describe('whether new versions may be looked for', () => {
  test.each([
    [0, 'on'],
    [1, 'off'],
  ])('is asked once; button %i means %s', async (response, answer) => {
    answers.response = response;
    const { updates, answered, open } = setUp();
    updates.chosen('unasked');
    updates.chosen('unasked');
    await settled();
    expect(asked()).toHaveLength(1);
    expect(lastTold('showMessageBox')?.[0]).toMatchObject({
      detail: expect.stringContaining('updates.example.org'),
      // Return and Escape are no yes.
      defaultId: 1,
      cancelId: 1,
    });
    expect(answered.mock.calls).toEqual([[answer]]);
    expect(open).not.toHaveBeenCalled();
  });

  test('is not asked again, and nothing is looked for, after a no', async () => {
    const { updates, open } = setUp();
    updates.chosen('off');
    await settled();
    expect(asked()).toEqual([]);
    expect(open).not.toHaveBeenCalled();
  });

  test('after a yes it is done at the start and once a day, until a no', async () => {
    vi.useFakeTimers();
    const { updates, open, updater } = setUp();
    updates.chosen('on');
    updates.chosen('on');
    await vi.advanceTimersByTimeAsync(0);
    expect(updater.look).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(2 * day);
    expect(updater.look).toHaveBeenCalledTimes(3);
    updates.chosen('off');
    await vi.advanceTimersByTimeAsync(2 * day);
    expect(updater.look).toHaveBeenCalledTimes(3);
    expect(open).toHaveBeenCalledTimes(1);
    expect(asked()).toEqual([]);
  });
});

describe('a new version', () => {
  test('is downloaded, and started after the runs have ended, only if the person wants it', async () => {
    answers.response = 0;
    const { updates, updater, end } = setUp({ found: '2.0.0' });
    end.mockImplementation(async () => expect(updater.restart).not.toHaveBeenCalled());
    await updates.look();
    expect(asked().map(({ message }) => message)).toEqual([
      'Mailstow 2.0.0 is available.',
      'Mailstow 2.0.0 is ready to install.',
    ]);
    expect(end).toHaveBeenCalledTimes(1);
    expect(updater.restart).toHaveBeenCalledTimes(1);
  });

  test('is left where it is by a no', async () => {
    answers.response = 1;
    const { updates, updater } = setUp({ found: '2.0.0' });
    await updates.look();
    expect(updater.download).not.toHaveBeenCalled();
  });

  test('that is not what was announced changes nothing, and the person hears of it', async () => {
    answers.response = 0;
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { updates, updater } = setUp({ found: '2.0.0', fails: true });
    await updates.look();
    expect(asked().at(-1)?.message).toBe('The new version could not be downloaded.');
    expect(updater.restart).not.toHaveBeenCalled();
    expect(String(complaints.mock.calls[0])).toContain('checksum mismatch');
  });

  test('a feed that cannot be reached bothers nobody', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { updates, updater } = setUp();
    updater.look.mockRejectedValue(new Error('offline'));
    await updates.look();
    expect(asked()).toEqual([]);
  });
});

describe('the feed', () => {
  const named = `provider: generic\nurl: '${feed}'\nupdaterCacheDirName: x\n`;
  const appImage = { isPackaged: true, platform: 'linux' as const, env: { APPIMAGE: '/a' } };

  /** @param content of what is named beside the program; undefined for no file */
  function feedWith(content: string | undefined, change: Partial<Program> = {}) {
    const resources = temporaryFolder();
    if (content !== undefined) writeFileSync(join(resources, 'app-update.yml'), content);
    return feedOf({ ...appImage, resources, ...change });
  }

  test('is the one that the program was built with', () => {
    expect(feedWith(named)).toBe(feed);
    expect(feedWith(named, { platform: 'win32', env: {} })).toBe(feed);
    expect(feedWith(named, { platform: 'darwin', env: {} })).toBe(feed);
  });

  test.each([
    ['in development', named, { isPackaged: false }],
    ['where a package manager brings new versions', named, { env: {} }],
    [
      'of a portable program',
      named,
      { platform: 'win32' as const, env: { PORTABLE_EXECUTABLE_DIR: 'E:' } },
    ],
    ['where nobody named one', undefined, {}],
    ['where what is named is none', 'url: nonsense\n', {}],
  ])('is none %s', (_where, content, change) => {
    expect(feedWith(content, change)).toBeUndefined();
  });

  test('covers what is below its address and nothing else', () => {
    expect(isOfFeed(`${feed}latest.yml?noCache=1`, feed)).toBe(true);
    expect(isOfFeed('https://updates.example.org/mailstow/a.exe', feed.slice(0, -1))).toBe(true);
    for (const other of [
      'https://updates.example.org/mailstow-else/a.exe',
      'https://updates.example.org/',
      'https://updates.example.org.evil.example/mailstow/',
      'http://updates.example.org/mailstow/a.exe',
      `${feed}../else`,
      'nonsense',
    ]) {
      expect(isOfFeed(other, feed), other).toBe(false);
    }
  });
});
