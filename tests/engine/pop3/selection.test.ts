import { describe, expect } from 'vitest';
import type { RunRequest } from '../../../shared/model/run.ts';
import { storedMessages, test } from '../../both-layouts.ts';
import { aMessage } from '../../servers/scripted-pop3/server.ts';
import { accountAt, scriptedAccount } from '../run/test-account.ts';
import { dropAccount } from './drop-account.ts';

const all = { headersOnly: false, unseenOnly: false };

/** Arrived on that day of January 2024. */
function onDay(day: number, body?: string) {
  const { bytes, uidl } = aMessage(day, body);
  const text = bytes.toString('latin1').replace('Mon, 1 Jan 2024 10', `${day} Jan 2024 10`);
  return { uidl, bytes: Buffer.from(text, 'latin1') };
}

describe('what is asked for', () => {
  const messages = [onDay(1), onDay(2, `${'x'.repeat(5_000)}\r\n`), onDay(3)];

  test('headers alone, and the whole messages later', async () => {
    const account = await dropAccount({ messages });
    const headers = await account.run({ selection: { ...all, headersOnly: true } });
    expect(headers.verdict).toMatchObject({ state: 'complete', stored: 3 });
    expect(account.server.count('RETR')).toBe(0);
    expect(Object.keys(storedMessages(account.folder))).toEqual(
      [1, 2, 3].map(n => `MSG_header_INBOX_${n}.txt`),
    );
    const head = messages[0]?.bytes.toString('latin1').split('\r\n\r\n')[0];
    expect(storedMessages(account.folder)['MSG_header_INBOX_1.txt']).toBe(`${head}\r\n\r\n`);
    expect((await account.run({ selection: { ...all, headersOnly: true } })).stored).toBe(0);
    const whole = await account.run();
    expect(whole.verdict).toMatchObject({ state: 'complete', stored: 3, archived: 3 });
    expect(storedMessages(account.folder)['MSG_INBOX_2.txt']).toBe(
      messages[1]?.bytes.toString('latin1'),
    );
  });

  test('headers alone of a server without TOP are refused in words', async () => {
    const account = await dropAccount({ messages, capabilities: ['UIDL', 'USER'] });
    const run = account.run({ selection: { ...all, headersOnly: true } });
    await expect(run).rejects.toMatchObject({ failure: { code: 'top-not-offered' } });
    expect((await account.run()).verdict).toMatchObject({ state: 'complete', stored: 3 });
  });

  test('by the day of arrival, which headers tell, and by size', async () => {
    const account = await dropAccount({ messages });
    const since = Date.UTC(2024, 0, 2);
    const run = await account.run({ selection: { ...all, receivedSince: since } });
    expect(run.verdict).toMatchObject({
      state: 'complete',
      onServer: 3,
      selected: 2,
      excluded: 1,
      stored: 2,
    });
    const larger = await account.run({ selection: { ...all, largerThan: 1_000 } });
    expect(larger.verdict).toMatchObject({ selected: 1, stored: 0, excluded: 2 });
    const before = await account.run({ selection: { ...all, receivedBefore: since } });
    expect(before.verdict).toMatchObject({ selected: 1, stored: 1 });
    expect((await account.run()).verdict).toMatchObject({ selected: 3, stored: 0, archived: 3 });
  });

  test.each([
    [{ selection: { ...all, unseenOnly: true } }, '--unread-only'],
    [{ connections: 3 }, '--connections 3'],
    [{ mailboxes: ['Work'] }, '--mailbox Work'],
    [{ separate: true }, '--separate'],
    [{ labelFolders: true }, '--label-folders'],
    [{ purge: true }, '--purge'],
    [{ mailboxes: { includeShared: true } }, '--shared'],
  ] satisfies [Partial<RunRequest>, string][])(
    '%j is refused before anything is sent',
    async (changes, option) => {
      const account = await dropAccount({ messages });
      const run = account.run(changes);
      await expect(run).rejects.toMatchObject({
        failure: { code: 'not-by-pop3', args: { option } },
      });
      expect(account.server.connections).toBe(0);
    },
  );

  test('a pattern must fit the inbox', async () => {
    const account = await dropAccount({ messages });
    expect((await account.run({ mailboxes: { include: ['inbox'] } })).stored).toBe(3);
    const run = account.run({ mailboxes: { exclude: ['INBOX'] } });
    await expect(run).rejects.toMatchObject({ failure: { code: 'no-mailbox-fits' } });
  });
});

describe('an archive of one protocol is refused to the other', () => {
  test('IMAP first', async () => {
    const imap = await scriptedAccount({
      mailboxes: [{ name: 'INBOX', messages: [{ bytes: 'a' }] }],
    });
    await imap.run();
    const before = storedMessages(imap.folder);
    const { server } = await dropAccount({ messages: [aMessage(1)] });
    const pop3 = accountAt({ port: server.port, protocol: 'pop3' });
    for (const overrideAccount of [false, true]) {
      const run = pop3.run({ folder: imap.folder, overrideAccount });
      await expect(run).rejects.toMatchObject({
        kind: 'other-account',
        failure: { code: 'archive-of-other-protocol' },
      });
    }
    expect(server.connections).toBe(0);
    expect(storedMessages(imap.folder)).toEqual(before);
  });

  test('POP3 first', async () => {
    const pop3 = await dropAccount({ messages: [aMessage(1)] });
    await pop3.run();
    const imap = await scriptedAccount({});
    const run = imap.run({ folder: pop3.folder });
    await expect(run).rejects.toMatchObject({ failure: { code: 'archive-of-other-protocol' } });
    expect((await pop3.run()).verdict).toMatchObject({ state: 'complete', stored: 0 });
  });
});
