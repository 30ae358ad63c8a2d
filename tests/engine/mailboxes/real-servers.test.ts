import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeModifiedUtf7 } from '../../../electron/engine/wire/modified-utf7.ts';
import { storedMessages } from '../../both-layouts.ts';
import { saidIn } from '../../cli/command-line.ts';
import { cyrus } from '../../servers/cyrus.ts';
import { dovecot } from '../../servers/real/private-dovecot.ts';
import type { RealServer } from '../../servers/real/real-server.ts';
import { SmallClient } from '../../servers/real/small-client.ts';
import { accountAt } from '../run/test-account.ts';
import { runWhole } from '../run/whole-runs.ts';

/** Folders on real servers, by the command that a person types. */
const kinds = [dovecot, cyrus('below INBOX')];

describe.each(kinds)('folders on $name', kind => {
  let server: RealServer;
  beforeAll(async () => {
    if (kind.missing() === undefined) server = await kind.start();
  });
  afterAll(() => server?.stop());

  const mailboxes = (verb: string, ...rest: string[]) => {
    const access = ['--server', '127.0.0.1', '--port', String(server.port), '--security', 'none'];
    const user = ['--user', server.account.user, '--password-variable', 'PASSWORD'];
    return saidIn({ PASSWORD: server.account.password }, [
      ...['mailboxes', verb, ...rest, ...access, ...user],
    ]);
  };

  async function listed(): Promise<Map<string, Record<string, unknown>>> {
    const { stdout } = await mailboxes('list', '--json');
    const rows = stdout.trim().split('\n');
    return new Map(rows.map(row => JSON.parse(row)).map(row => [row.mailbox, row]));
  }

  async function append(mailbox: string, ...subjects: string[]): Promise<void> {
    const { user, password } = server.account;
    const client = await SmallClient.login(server.port, user, password);
    for (const subject of subjects) {
      const bytes = `From: a@example.org\r\nSubject: ${subject}\r\nMessage-ID: <${subject}@example.org>\r\n\r\nText for ${subject}.\r\n`;
      await client.append(encodeModifiedUtf7(mailbox), {
        bytes,
        date: ` 1-Jan-2024 08:0${subject.length % 10}:00 +0000`,
      });
    }
    await client.logout();
  }

  test.skipIf(kind.missing())(
    'made, renamed, archived without a second download, and deleted only once all is archived',
    async () => {
      const account = accountAt({ port: server.port }, server.account);
      const { prefix, delimiter } = server;
      const top = `Reisen`;
      const letters = `${prefix}${top}${delimiter}日本語の手紙 & Co`;
      const made = await mailboxes('create', `${top}${delimiter}日本語の手紙 & Co`, '--subscribe');
      expect(made).toMatchObject({
        code: 0,
        stderr: '',
        stdout: `Made and subscribed: ${letters}\n`,
      });
      expect((await listed()).get(letters)).toMatchObject({
        ...{ messages: 0, bytes: 0, subscribed: true, holdsMail: true, separator: delimiter },
      });
      const again = await mailboxes('create', letters);
      expect(again.code).not.toBe(0);
      expect(again.stderr).toMatch(/The server says: .*(exists)/i);
      await append(letters, 'one', 'three', 'seven77');
      await runWhole(account);
      const kept = Object.values(storedMessages(account.folder)).sort();
      expect(kept.filter(text => text.includes(`Text for`))).toHaveLength(3);

      const renamed = await mailboxes('rename', letters, `Fahrten`);
      const trips = `${prefix}Fahrten`;
      expect(renamed).toMatchObject({ code: 0, stdout: `Renamed: ${letters} is now ${trips}\n` });
      const now = await listed();
      expect(now.get(trips)).toMatchObject({ messages: 3, subscribed: true });
      expect(now.has(letters)).toBe(false);
      const second = await runWhole(account);
      expect(second.result.stored).toBe(0);
      expect(second.report(trips)).toMatchObject({ archived: 3, missing: 0 });

      await append(trips, 'newest');
      const folder = ['--folder', account.folder];
      const refused = await mailboxes('delete', trips, '--yes', ...folder);
      expect(refused.code).toBe(254);
      expect(refused.stderr).toContain('not safely in the archive: 1 of 4.');
      expect((await runWhole(account)).result.stored).toBe(1);
      const deleted = await mailboxes('delete', trips, '--yes', ...folder);
      expect(deleted).toMatchObject({
        code: 0,
        stdout: `Deleted on the server: ${trips} (4 messages, 0 of them not archived)\n`,
      });
      expect((await mailboxes('list')).stdout).not.toContain(trips);
      expect(Object.values(storedMessages(account.folder))).toHaveLength(kept.length + 1);

      const parent = `${prefix}${top}`;
      await mailboxes('create', `${parent}${delimiter}inside`);
      const holding = await mailboxes('delete', parent, '--yes', ...folder);
      expect(holding).toMatchObject({ code: 2 });
      expect(holding.stderr).toContain('has folders inside.');
      expect((await mailboxes('delete', `${parent}${delimiter}inside`, '--yes')).code).toBe(0);
    },
    60_000,
  );

  test.skipIf(kind.missing())('names at the edge are done or refused in words', async () => {
    for (const name of ['x'.repeat(300), '語'.repeat(100), '..', 'Inbox', 'a\tb']) {
      const { code, stderr } = await mailboxes('create', name);
      expect({ name, code }).toEqual({ name, code: 2 });
      expect(stderr).toMatch(/^Error: .+\n.+\n$/);
    }
    // 270 bytes of UTF-8 and 242 of what is sent: the server decides.
    const long = `${server.prefix}${'語'.repeat(90)}`;
    const { code, stderr } = await mailboxes('create', long);
    if (code === 0) expect((await mailboxes('delete', long, '--yes')).code).toBe(0);
    else expect(stderr).toContain('The server refused to change');
    const { mailbox, ...none } = { mailbox: 'Nowhere', code: 17 };
    expect(await mailboxes('rename', mailbox, 'Other')).toMatchObject(none);
    expect(await mailboxes('delete', mailbox, '--yes')).toMatchObject(none);
  });
});
