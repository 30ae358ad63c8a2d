import { afterEach, beforeEach, expect, test } from 'vitest';
import { RawClient } from './raw-client.ts';
import { type ScriptedServer, startServer } from './scripted/server.ts';

let server: ScriptedServer;
let client: RawClient;

beforeEach(async () => {
  const messages = ['one', 'two', 'three', 'four'].map(word => `Subject: ${word}\r\n\r\n`);
  server = await startServer({ mailboxes: [{ name: 'INBOX', uidValidity: 7, messages }] });
  client = RawClient.connect(server.port);
  await client.ask('a LOGIN user secret');
});

afterEach(async () => {
  expect(server.faults).toEqual([]);
  await server.stop();
});

test('others’ changes are told after NOOP, never during FETCH or SEARCH', async () => {
  await client.ask('b SELECT INBOX');
  server.mailbox('INBOX').expunge(1, 3);
  server.mailbox('INBOX').append('Subject: five\r\n\r\n');
  expect(await client.ask('c FETCH 2 UID')).toBe('* 2 FETCH (UID 2)\r\nc OK FETCH completed\r\n');
  expect(await client.ask('d NOOP')).toBe(
    '* 1 EXPUNGE\r\n* 2 EXPUNGE\r\n* 3 EXISTS\r\nd OK NOOP completed\r\n',
  );
  expect(await client.ask('e FETCH 1:* UID')).toBe(
    '* 1 FETCH (UID 2)\r\n* 2 FETCH (UID 4)\r\n* 3 FETCH (UID 5)\r\ne OK FETCH completed\r\n',
  );
});

test('CHANGEDSINCE tells only what changed, with its mod-sequence', async () => {
  await client.ask('b SELECT INBOX (CONDSTORE)');
  server.mailbox('INBOX').setFlags(3, ['\\Flagged']);
  expect(await client.ask('c UID FETCH 1:* (FLAGS) (CHANGEDSINCE 1)')).toBe(
    '* 3 FETCH (UID 3 FLAGS (\\Flagged) MODSEQ (2))\r\nc OK UID FETCH completed\r\n',
  );
});

test('QRESYNC brings a client up to date in the answer to SELECT', async () => {
  server.mailbox('INBOX').setFlags(4, ['\\Seen']);
  server.mailbox('INBOX').expunge(1, 2);
  expect(await client.ask('b SELECT INBOX (QRESYNC (7 1))')).toMatch(/^b BAD Enable/);
  await client.ask('c ENABLE QRESYNC');
  const answer = await client.ask('d SELECT INBOX (QRESYNC (7 1 1:4))');
  expect(answer).toContain('* OK [HIGHESTMODSEQ 3]');
  expect(answer).toContain('* VANISHED (EARLIER) 1:2\r\n');
  expect(answer).toContain('* 2 FETCH (UID 4 FLAGS (\\Seen) MODSEQ (2))\r\n');
  expect(await client.ask('e SELECT INBOX (QRESYNC (6 1 1:4))')).not.toContain('VANISHED');
  server.mailbox('INBOX').expunge(4);
  expect(await client.ask('f NOOP')).toContain('* VANISHED 4\r\n');
});

test('rebuild renumbers the same messages under another UIDVALIDITY', async () => {
  const mailbox = server.mailbox('INBOX');
  mailbox.expunge(2);
  mailbox.setFlags(3, ['\\Seen']);
  mailbox.rebuild(8, (_old, index) => 30 - index * 10);
  const answer = await client.ask('b EXAMINE INBOX');
  expect(answer).toContain('[UIDVALIDITY 8]');
  expect(answer).toContain('[UIDNEXT 31]');
  const fetched = await client.ask('c UID FETCH 1:* (FLAGS BODY.PEEK[HEADER.FIELDS (Subject)])');
  expect(fetched.match(/UID \d+|four|three|one|\\Seen/g)).toEqual([
    ...['UID 10', 'four', 'UID 20', '\\Seen', 'three', 'UID 30', 'one'],
  ]);
});

test.each([
  [undefined, undefined],
  [0, '* OK [UIDVALIDITY 0] UIDs valid'],
])('UIDVALIDITY %s', async (value, line) => {
  server.mailbox('INBOX').uidValidity = value;
  const lines = (await client.ask('b EXAMINE INBOX')).split('\r\n');
  expect(lines.find(each => each.includes('UIDVALIDITY'))).toBe(line);
  const status = await client.ask('c STATUS INBOX (UIDVALIDITY)');
  expect(status).toContain(value === undefined ? '()' : `(UIDVALIDITY ${value})`);
});
