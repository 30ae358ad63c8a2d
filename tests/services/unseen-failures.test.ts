import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { RunWatch } from '../../electron/desktop/run-watch.ts';
import { wordsFor } from '../../electron/desktop/words.ts';
import { FolderLock } from '../../electron/engine/archive/disk/folder-lock.ts';
import { openLog } from '../../electron/log/log-file.ts';
import { FakeNotification, reset } from '../desktop/fake-electron.ts';
import { temporaryFolder } from './accounts/a-profile.ts';
import { withAccount } from './an-app.ts';

const words = wordsFor('en', 'en');

vi.mock('electron', () => import('../desktop/fake-electron.ts'));

const message = 'Subject: One\r\n\r\nBody.\r\n';

/** What a person who looks elsewhere learns of a run that fails at once. */
async function failsAtOnce(
  serverOptions: Parameters<typeof withAccount>[0],
  prepare: (folder: string) => void = () => undefined,
) {
  reset();
  FakeNotification.all.length = 0;
  const path = join(temporaryFolder(), 'mailstow.log');
  const log = openLog(path);
  onTestFinished(() => log.close());
  const account = await withAccount(
    { mailboxes: [{ name: 'INBOX', messages: [message] }], ...serverOptions },
    {},
    { log },
  );
  prepare(account.folder);
  const watch = new RunWatch({
    window: () => undefined,
    words: () => words,
    show: () => undefined,
  });
  account.app.subscribe(event => {
    if (event.name === 'run.changed') watch.changed(event.value);
  });
  await account.call('runs.start', { accountId: account.accountId });
  const { failure } = await account.until(account.accountId, run => run.finishedAt !== undefined);
  await vi.waitFor(() => expect(FakeNotification.all).not.toEqual([]));
  return { failure, log: readFileSync(path, 'utf8'), notifications: FakeNotification.all };
}

describe('a run that fails before anything of it was seen is notified and logged', () => {
  test('the password is wrong', async () => {
    const { failure, log, notifications } = await failsAtOnce({ users: { user: 'another' } });
    expect(failure?.kind).toBe('login-refused');
    expect(log).toMatch(/ error: .*ended early: .*\[login-refused\]/);
    expect(notifications.map(({ options }) => options.title)).toEqual([words.t('notFinished')]);
  });

  test('the folder is in use', async () => {
    const { failure, log, notifications } = await failsAtOnce({}, folder => {
      mkdirSync(join(folder, '.mailstow'), { recursive: true });
      const lock = FolderLock.acquireNow(join(folder, '.mailstow'), folder);
      onTestFinished(() => lock.release());
    });
    expect(failure?.kind).toBe('folder-in-use');
    expect(log).toMatch(/\[folder-in-use\]/);
    expect(notifications).toHaveLength(1);
  });

  test('a file stands where the folder is to be', async () => {
    const { failure, log, notifications } = await failsAtOnce({}, folder => {
      mkdirSync(dirname(folder), { recursive: true });
      writeFileSync(folder, '');
    });
    expect(failure?.kind).toBe('output-folder');
    expect(log).toMatch(/\[output-folder\]/);
    expect(notifications).toHaveLength(1);
  });

  test('the server turns it away', async () => {
    const { failure, notifications } = await failsAtOnce({
      greeting: '* BYE closed for today\r\n',
    });
    expect(failure?.kind).toBe('connection');
    expect(notifications).toHaveLength(1);
  });
});
