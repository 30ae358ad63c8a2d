import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished } from 'vitest';
import type { RunRequest } from '../../../../shared/model/run.ts';
import { test } from '../../../both-layouts.ts';
import type { MailboxOptions } from '../../../servers/scripted/mailbox.ts';
import type { Message } from '../../../servers/scripted/message.ts';
import type { ServerOptions } from '../../../servers/scripted/options.ts';
import { type ScriptedServer, startServer } from '../../../servers/scripted/server.ts';
import { accountAt, eventsOf, storedIn } from '../test-account.ts';
import { runWhole } from '../whole-runs.ts';

/** A server's new name, a new user name, or the mail copied to another server: known again, nothing fetched twice. */

/** Of the size that mail has, so that what is fetched to recognise it can be compared with the whole. */
const usualSize = 60_000;

function letters(name: string, count: number, size = usualSize): Message[] {
  return Array.from({ length: count }, (_, index) => {
    const id = `${name}-${index + 1}`;
    const header = [
      `Date: Mon, 01 Jan 2024 12:${String(index % 60).padStart(2, '0')}:00 +0100`,
      `From: Somebody <somebody@example.org>`,
      `To: Somebody Else <else@example.org>`,
      `Subject: Letter ${id} about this and that`,
      `Message-ID: <${id}.0123456789abcdef@mail.example.org>`,
    ];
    const internalDate = new Date(Date.UTC(2024, 0, 1, 12, index));
    return { bytes: `${header.join('\r\n')}\r\n\r\n`.padEnd(size + index, `${id} `), internalDate };
  });
}

const inbox = letters('inbox', 60);
const sent = letters('sent', 40);
const first: MailboxOptions[] = [
  { name: 'INBOX', uidValidity: 11, messages: inbox },
  { name: 'Sent', uidValidity: 12, messages: sent },
];

/** As a program that copies mail leaves it: another order, other numbers. */
function copied(name: string, uidValidity: number, messages: readonly Message[]): MailboxOptions {
  const reversed = messages
    .toReversed()
    .map((message, index) => ({ ...message, uid: 3 + 2 * index }));
  return { name, uidValidity, messages: reversed };
}

const second: MailboxOptions[] = [copied('INBOX', 21, inbox), copied('Sent', 22, sent)];

async function serverOf(mailboxes: readonly MailboxOptions[], options: ServerOptions = {}) {
  const server = await startServer({
    mailboxes,
    users: { user: 'secret', other: 'secret' },
    ...options,
  });
  onTestFinished(async () => {
    await server.stop();
    expect(server.faults).toEqual([]);
    expect(server.changes).toBe(0);
  });
  return server;
}

/** An archive of {@link first}, or of other mailboxes; further runs say where else the account is now. */
async function archived(mailboxes: readonly MailboxOptions[] = first, options: ServerOptions = {}) {
  const server = await serverOf(mailboxes, options);
  const account = accountAt({ port: server.port });
  await runWhole(account);
  const run = (changes: Partial<RunRequest> = {}) => runWhole(account, changes);
  return { ...account, account, server, run };
}

const as = (user: string): Partial<RunRequest> => ({ credentials: { user, password: 'secret' } });

function at({ port }: ScriptedServer, host = 'localhost'): Partial<RunRequest> {
  const server = { host, port, security: 'none', timeout: 20_000, connectTimeout: 20_000 } as const;
  return { server };
}

function identityIn(folder: string): unknown {
  return JSON.parse(readFileSync(join(folder, '.mailstow', 'account.json'), 'utf8'));
}

const until = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);

function bodiesFrom(server: ScriptedServer): number {
  return server.commands.filter(({ line }) => /BODY\.PEEK\[\]/.test(line)).length;
}

/** Every file with its bytes and its time of change. */
function everything(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .map(path => `${path} ${statSync(path).mtimeMs} ${readFileSync(path, 'latin1')}`)
    .sort();
}

async function refused(run: () => Promise<unknown>, folder: string, code: string): Promise<void> {
  const before = everything(folder);
  await expect(run()).rejects.toMatchObject({ failure: { code, kind: 'other-account' } });
  expect(everything(folder)).toEqual(before);
}

describe('an account with another name', () => {
  test('a server of another name: the run goes on by itself, says so, and fetches nothing', async () => {
    const { account, folder, server, run } = await archived();
    const before = bodiesFrom(server);
    const { result, events } = await run(at(server));
    expect(result).toMatchObject({ stored: 0, renamed: 0, problems: [] });
    expect(bodiesFrom(server)).toBe(before);
    const message =
      'The account was user on 127.0.0.1 until now, and is user on localhost from now on: 100 of 100 messages compared are the same';
    expect(events).toContainEqual(
      expect.objectContaining({ event: 'warning', code: 'account-renamed', message }),
    );
    expect(identityIn(folder)).toEqual({
      user: 'user',
      host: 'localhost',
      former: [{ user: 'user', host: '127.0.0.1', until }],
    });
    const told = eventsOf(account, 'warning').length;
    await run(at(server));
    expect(eventsOf(account, 'warning')).toHaveLength(told);
  });

  test('a new user name is asked about once, and nothing is written before', async () => {
    const { folder, server, run } = await archived();
    await refused(() => run(as('other')), folder, 'account-may-have-moved');
    const before = bodiesFrom(server);
    expect((await run({ ...as('other'), moved: true })).result).toMatchObject({
      stored: 0,
      renamed: 0,
    });
    expect((await run(as('other'))).result).toMatchObject({ stored: 0 });
    expect(bodiesFrom(server)).toBe(before);
    expect(identityIn(folder)).toMatchObject({ user: 'other', former: [{ user: 'user' }] });
  });

  test.each([false, true])(
    'copied to another server: files get the new numbers for less than 2 %% of the bytes, purge %s',
    async purge => {
      const { folder, run } = await archived();
      const before = Object.values(storedIn(folder)).sort();
      const server = await serverOf(second);
      await refused(() => run(at(server)), folder, 'account-may-have-moved');
      const asked = server.bytesSent;
      const { result } = await run({ ...at(server), moved: true, purge });
      expect(result).toMatchObject({ stored: 0, renamed: 100, problems: [] });
      const whole = before.reduce((sum, { length }) => sum + length, 0);
      expect(server.bytesSent - asked).toBeLessThan(whole / 50);
      expect(asked).toBeLessThan(whole / 50);
      const files = storedIn(folder);
      expect(Object.values(files).sort()).toEqual(before);
      expect(files['MSG_INBOX_3.txt']).toBe(inbox.at(-1)?.bytes);
      expect(readFileSync(join(folder, '.uidvalidity'), 'utf8')).toBe('INBOX=21\nSent=22\n');
      expect((await run(at(server))).result).toMatchObject({ stored: 0, renamed: 0 });
      expect(bodiesFrom(server)).toBe(0);
    },
  );

  test('only what the second server has besides is fetched', async () => {
    const { folder, run } = await archived();
    const server = await serverOf(second);
    server.mailbox('INBOX').append(...letters('new', 2, 500));
    const { result } = await run({ ...at(server), moved: true });
    expect(result).toMatchObject({ stored: 2, renamed: 100, problems: [] });
    expect(Object.keys(storedIn(folder))).toHaveLength(102);
  });

  test('a copy that lost the dates of arrival: renamed all the same, and as any other from then on', async () => {
    const { folder, run } = await archived();
    const before = Object.values(storedIn(folder)).sort();
    const today = (messages: readonly Message[]) =>
      messages.map(message => ({ ...message, internalDate: new Date(Date.UTC(2026, 0, 1)) }));
    const server = await serverOf([
      copied('INBOX', 21, today(inbox)),
      copied('Sent Items', 22, today(sent)),
    ]);
    const { result } = await run({ ...at(server), moved: true });
    expect(result).toMatchObject({ stored: 0, renamed: 60, problems: [] });
    expect(result.mailboxes).toMatchObject([{ missing: 0 }, { elsewhere: 40, missing: 0 }]);
    expect(Object.values(storedIn(folder)).sort()).toEqual(before);
    const afterwards = server.bytesSent;
    expect((await run(at(server))).result).toMatchObject({ stored: 0, problems: [] });
    expect(server.bytesSent - afterwards).toBeLessThan(3_000);
    expect(bodiesFrom(server)).toBe(0);
  });

  test('the same UIDVALIDITY by chance, with other numbers', async () => {
    const { folder, run } = await archived();
    const server = await serverOf([copied('INBOX', 11, inbox), copied('Sent', 12, sent)]);
    await refused(() => run(at(server)), folder, 'account-may-have-moved');
    const { result } = await run({ ...at(server), moved: true });
    expect(result).toMatchObject({ stored: 0, problems: [] });
    expect(storedIn(folder)['MSG_Sent_3.txt']).toBe(sent.at(-1)?.bytes);
    expect(bodiesFrom(server)).toBe(0);
  });

  test.each([
    ['below INBOX, with another separator', '.', 'INBOX.Sent', 'Sent', '/', 'INBOX.A.B', 'A/B'],
    ['beside INBOX, with another separator', '/', 'Sent', 'INBOX.Sent', '.', 'A/B', 'INBOX.A.B'],
    ['under other names', '/', 'Sent', 'Gesendete Objekte', '/', 'A/B', 'C'],
  ] as const)(
    'mailboxes %s: nothing is fetched again',
    async (_, ours, one, other, theirs, deep, deepThere) => {
      const more = letters('deep', 20);
      const mailbox = (name: string, uidValidity: number, messages: Message[]) => ({
        name,
        uidValidity,
        messages,
      });
      const { folder, run } = await archived(
        [mailbox('INBOX', 11, inbox), mailbox(one, 12, sent), mailbox(deep, 13, more)],
        { delimiter: ours },
      );
      const before = Object.values(storedIn(folder)).sort();
      const server = await serverOf(
        [copied('INBOX', 21, inbox), copied(other, 22, sent), copied(deepThere, 23, more)],
        { delimiter: theirs },
      );
      const { result } = await run({ ...at(server), moved: true });
      expect(result).toMatchObject({ stored: 0, problems: [] });
      expect(result.mailboxes).toMatchObject([
        { mailbox: 'INBOX', archived: 60, missing: 0 },
        { mailbox: other, archived: 40, elsewhere: 40, missing: 0 },
        { mailbox: deepThere, archived: 20, elsewhere: 20, missing: 0 },
      ]);
      expect(Object.values(storedIn(folder)).sort()).toEqual(before);
      expect(bodiesFrom(server)).toBe(0);
      const third = await serverOf(
        [copied('INBOX', 31, inbox), copied(other, 32, sent), copied(deepThere, 33, more)],
        { delimiter: theirs },
      );
      expect((await run({ ...at(third, '127.0.0.1'), moved: true })).result).toMatchObject({
        stored: 0,
      });
      expect(bodiesFrom(third)).toBe(0);
    },
  );

  test.each([
    ['nothing', []],
    ['half of it and as much of its own', [...inbox.slice(0, 30), ...letters('own', 30)]],
  ])('another account that has %s is refused, also under moved', async (_, messages) => {
    const { folder, run } = await archived([{ name: 'INBOX', uidValidity: 11, messages: inbox }]);
    const server = await serverOf([{ name: 'INBOX', uidValidity: 11, messages }]);
    for (const moved of [false, true]) {
      await refused(() => run({ ...at(server), moved }), folder, 'account-not-recognised');
      await refused(
        () => run({ ...at(server), ...as('other'), moved }),
        folder,
        'account-not-recognised',
      );
    }
    expect(bodiesFrom(server)).toBe(0);
    expect((await run({ ...at(server), overrideAccount: true })).result.problems).toEqual([]);
    expect(identityIn(folder)).toEqual({ user: 'user', host: '127.0.0.1' });
  });

  test('mail that was deleted on the server before does not count', async () => {
    const { folder, server, run } = await archived();
    server.mailbox('INBOX').expunge(...server.mailbox('INBOX').uids);
    server.mailbox('Sent').expunge(1, 2, 3);
    await run();
    const now = await serverOf([copied('INBOX', 21, []), copied('Sent', 22, sent.slice(3))]);
    const { result } = await run({ ...at(now), moved: true });
    expect(result).toMatchObject({ stored: 0, problems: [] });
    expect(bodiesFrom(now)).toBe(0);
    expect(identityIn(folder)).toMatchObject({ host: 'localhost' });
  });

  test('back to a name that it had: no question, unless the mail is another', async () => {
    const { folder, run, server: old } = await archived();
    const server = await serverOf(second);
    await run({ ...at(server), moved: true });
    expect((await run()).result).toMatchObject({ stored: 0, problems: [] });
    expect(identityIn(folder)).toEqual({
      user: 'user',
      host: '127.0.0.1',
      former: [{ user: 'user', host: 'localhost', until }],
    });
    await run(at(server));
    old.mailbox('INBOX').expunge(...old.mailbox('INBOX').uids);
    await refused(() => run(), folder, 'account-not-recognised');
  });

  test('an archive without mail takes the new name', async () => {
    const { folder, run } = await archived([{ name: 'INBOX' }]);
    const server = await serverOf(second);
    expect((await run({ ...at(server), ...as('other') })).result).toMatchObject({ stored: 100 });
    expect(identityIn(folder)).toMatchObject({
      user: 'other',
      host: 'localhost',
      former: [{ user: 'user' }],
    });
  });

  test('headers alone are recognised too', async () => {
    const selection = { headersOnly: true, unseenOnly: false };
    const old = await serverOf(first);
    const account = accountAt({ port: old.port });
    await runWhole(account, { selection });
    const server = await serverOf(second);
    const { result } = await runWhole(account, { ...at(server), selection, moved: true });
    expect(result).toMatchObject({ stored: 0, renamed: 100, problems: [] });
  });

  test('files that nobody journalled are recognised too', async () => {
    const { folder, run } = await archived();
    for (const { path, time } of journals(folder)) {
      writeFileSync(path, '');
      utimesSync(path, time, time);
    }
    const server = await serverOf(second);
    expect((await run({ ...at(server), moved: true })).result).toMatchObject({
      stored: 0,
      problems: [],
    });
    expect(bodiesFrom(server)).toBe(0);
  });
});

function journals(folder: string) {
  const root = join(folder, '.mailstow', 'journal');
  return readdirSync(root).map(name => ({
    path: join(root, name),
    time: statSync(join(root, name)).mtime,
  }));
}
