import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { RunRequest } from '../../../../shared/model/run.ts';
import type { Message } from '../../../servers/scripted/message.ts';
import type { ServerOptions } from '../../../servers/scripted/options.ts';
import { scriptedAccount } from '../test-account.ts';
import { messageFiles, runWhole } from '../whole-runs.ts';

/**
 * A server that was brought back from a copy has other messages under UIDs and a UIDVALIDITY that are
 * known. They are archived, what was archived before is kept, and it is said.
 */
const layouts: readonly Partial<RunRequest>[] = [
  { layout: 'flat', extension: '.txt' },
  { layout: 'folders', extension: '.eml' },
];
const letters = (name: string, count: number, size: number) =>
  Array.from({ length: count }, (_, index) => {
    const id = `${name}-${index + 1}`;
    return `Subject: ${id}\r\nMessage-ID: <${id}@example.org>\r\n\r\n${id}\r\n`.padEnd(
      size + index,
      name,
    );
  });
const old = letters('old', 12, 90);
const fresh = letters('fresh', 12, 120);
const capabilities = ['IMAP4rev1', 'ENABLE', 'ID', 'NAMESPACE', 'ESEARCH'];
const servers: [string, ServerOptions][] = [
  ['QRESYNC', { capabilities: [...capabilities, 'CONDSTORE', 'QRESYNC'] }],
  ['CONDSTORE', { capabilities: [...capabilities, 'CONDSTORE'] }],
  ['neither', { capabilities }],
];

/** What lies beside the mailbox's files, as Latin-1. */
function keptIn(folder: string): string[] {
  const root = join(folder, '.mailstow');
  return readdirSync(root, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter(entry => entry.isFile() && entry.parentPath.includes('superseded'))
    .map(entry => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .sort();
}

describe.each(layouts)('$layout', request => {
  describe.each(servers)('%s', (_name, options) => {
    async function start(
      changes: Partial<RunRequest> = {},
      messages: readonly (Message | string)[] = old,
    ) {
      const account = await scriptedAccount({
        ...options,
        mailboxes: [{ name: 'INBOX', messages }],
      });
      const run = () => runWhole(account, { ...request, ...changes });
      expect((await run()).result.stored).toBe(old.length);
      return { ...account, run, box: account.server.mailbox('INBOX') };
    }

    /** The next run archives what the server has now and says so; the one after it finds all in order. */
    async function expectKept(
      { run, box, folder }: Awaited<ReturnType<typeof start>>,
      displaced: readonly string[],
      gone: readonly string[],
    ) {
      const now = box.uids.map(uid => String(box.message(uid).bytes));
      const whole = { onServer: now.length, archived: now.length, missing: 0, unnamed: 0 };
      const { report, events } = await run();
      expect(report('INBOX')).toMatchObject({ ...whole, gone: gone.length });
      expect(Object.values(messageFiles(folder)).sort()).toEqual([...now, ...gone].sort());
      expect(keptIn(folder)).toEqual([...displaced].sort());
      expect(events.filter(({ event }) => event === 'warning')).toMatchObject([
        { message: expect.stringMatching(/different messages under numbers that are archived/) },
      ]);
      const again = await run();
      expect(again.result).toMatchObject({ stored: 0, problems: [] });
      expect(again.report('INBOX')).toMatchObject({ ...whole, gone: gone.length });
      expect(again.events.filter(({ event }) => event === 'warning')).toEqual([]);
    }

    test('where each has a date of its own no size is asked for', async () => {
      const dated = (day: number) => (bytes: string, index: number) => ({
        bytes,
        internalDate: new Date(Date.UTC(2024, 1, day + index)),
      });
      const account = await start({}, old.map(dated(1)));
      const before = account.server.commands.length;
      await account.run();
      const asked = account.server.commands.slice(before).map(({ line }) => line);
      expect(asked.filter(line => line.includes('INTERNALDATE'))).toHaveLength(1);
      expect(asked.filter(line => line.includes('RFC822.SIZE'))).toEqual([]);
      account.box.restore(...fresh.map(dated(2)));
      await expectKept(account, old, []);
    });

    test('all messages are others, and no figure tells', async () => {
      const account = await start();
      account.box.restore(...fresh);
      await expectKept(account, old, []);
    });

    test('the last are lost, and others have come since', async () => {
      const account = await start({ purge: true });
      account.box.restore(...old.slice(0, 8), ...fresh.slice(0, 2));
      await expectKept(account, old.slice(8, 10), old.slice(10));
    });

    test('what was gone comes back as another message', async () => {
      const account = await start();
      account.box.restore(...old.slice(0, 10));
      expect((await account.run()).report('INBOX')).toMatchObject({ onServer: 10, gone: 2 });
      account.box.append(...fresh.slice(0, 2));
      await expectKept(account, old.slice(10), []);
    });

    test('the same messages with other dates are the same', async () => {
      const account = await start();
      const dated = (bytes: string) => ({ bytes, internalDate: new Date(Date.UTC(2001, 1, 1)) });
      account.box.restore(...old.map(dated));
      const { result, events } = await account.run();
      expect(result).toMatchObject({ stored: 0, renamed: 0, problems: [] });
      expect(events.filter(({ event }) => event === 'warning')).toEqual([]);
    });
  });
});
