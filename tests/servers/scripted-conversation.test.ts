import { afterEach, describe, expect, test } from 'vitest';
import { RawClient } from './raw-client.ts';
import type { ServerOptions } from './scripted/options.ts';
import { type ScriptedServer, startServer } from './scripted/server.ts';

const letter = 'From: Desk <desk@example.org>\r\nSubject: Keys\r\n\r\nThey are here.\r\n';
let server: ScriptedServer;

async function start(options: ServerOptions = {}): Promise<RawClient> {
  server = await startServer({
    mailboxes: [
      {
        name: 'INBOX',
        uidValidity: 7,
        messages: [
          { bytes: letter, flags: ['\\Seen'], internalDate: new Date('2024-03-01T09:12:00Z') },
          { bytes: `${letter}${'x'.repeat(1000)}\r\n`, uid: 5 },
        ],
      },
      { name: 'Entwürfe & Co/日本語', attributes: ['\\Drafts'] },
      { name: 'Shared', attributes: ['\\Noselect'], subscribed: false },
    ],
    ...options,
  });
  const client = RawClient.connect(server.port, options.host);
  await client.line();
  return client;
}

async function select(options: ServerOptions = {}): Promise<RawClient> {
  const client = await start(options);
  await client.ask('a LOGIN user secret');
  await client.ask('b SELECT INBOX');
  return client;
}

afterEach(async () => {
  expect(server.faults).toEqual([]);
  await server.stop();
});

describe('logging in', () => {
  test('a right password opens the mailboxes and does not reach the log', async () => {
    const client = await start();
    expect(await client.ask('a LIST "" *')).toBe('a BAD Log in first\r\n');
    expect(await client.ask('b LOGIN "user" "secret"')).toMatch(/^b OK \[CAPABILITY .*CONDSTORE/);
    expect(server.commands.map(each => each.line)).toEqual(['a LIST "" *', 'b LOGIN user ***']);
  });

  test('a wrong password is refused', async () => {
    const client = await start();
    expect(await client.ask('a LOGIN user wrong')).toMatch(/^a NO \[AUTHENTICATIONFAILED\]/);
  });

  test('a literal waits for the continuation, a literal with + does not', async () => {
    const client = await start({ users: { bücher: 'ß"\\' } });
    client.write('a LOGIN {7}\r\n');
    expect(await client.line()).toMatch(/^\+ /);
    client.write('bücher {4+}\r\nß"\\\r\n');
    expect(await client.line()).toMatch(/^a OK/);
    expect(server.commands.at(-1)?.line).toBe('a LOGIN b\xc3\xbccher ***');
  });

  test('8-bit text in a quoted string is a fault of the client', async () => {
    const client = await start({ users: { bücher: 'geheim' } });
    expect(await client.ask('a LOGIN "bücher" geheim')).toBe(
      'a BAD 8-bit text in a quoted string\r\n',
    );
  });

  test('AUTHENTICATE PLAIN with and without an initial response, and LOGIN', async () => {
    const plain = Buffer.from('\0user\0secret').toString('base64');
    const client = await start();
    expect(await client.ask(`a AUTHENTICATE PLAIN ${plain}`)).toMatch(/^a OK/);
    const second = RawClient.connect(server.port);
    await second.line();
    second.write('b AUTHENTICATE PLAIN\r\n');
    expect(await second.line()).toBe('+ \r\n');
    second.write(`${plain}\r\n`);
    expect(await second.line()).toMatch(/^b OK/);
    const third = RawClient.connect(server.port);
    await third.line();
    third.write('c AUTHENTICATE LOGIN\r\n');
    expect(await third.line()).toBe('+ VXNlcm5hbWU6\r\n');
    third.write('dXNlcg==\r\n');
    expect(await third.line()).toBe('+ UGFzc3dvcmQ6\r\n');
    third.write('c2VjcmV0\r\n');
    expect(await third.line()).toMatch(/^c OK/);
  });
});

describe('what was not offered is refused', () => {
  const capabilities = ['IMAP4rev1', 'AUTH=PLAIN'];
  test.each([
    ['ID', 'ID NIL', 'BAD ID was not offered'],
    ['ENABLE', 'ENABLE CONDSTORE', 'BAD ENABLE was not offered'],
    ['NAMESPACE', 'NAMESPACE', 'BAD NAMESPACE was not offered'],
    ['UNSELECT', 'UNSELECT', 'BAD UNSELECT was not offered'],
    ['ESEARCH', 'UID SEARCH RETURN (ALL) ALL', 'BAD ESEARCH was not offered'],
    ['LIST-EXTENDED', 'LIST "" * RETURN (CHILDREN)', 'BAD LIST-EXTENDED was not offered'],
    ['CONDSTORE', 'SELECT INBOX (CONDSTORE)', 'BAD CONDSTORE was not offered'],
    ['MODSEQ', 'UID FETCH 1 MODSEQ', 'BAD CONDSTORE was not offered'],
    ['HIGHESTMODSEQ', 'STATUS INBOX (HIGHESTMODSEQ)', 'BAD CONDSTORE was not offered'],
  ])('%s', async (_name, command, answer) => {
    const client = await select({ capabilities });
    expect(await client.ask(`t ${command}`)).toBe(`t ${answer}\r\n`);
  });

  test('a literal that does not wait', async () => {
    const client = await start({ capabilities });
    expect(await client.ask('a LOGIN {4+}')).toMatch(/^a BAD A literal like \{4\+\}/);
  });

  test('a literal of more than 4096 bytes that does not wait, with LITERAL-', async () => {
    const client = await start({ capabilities: [...capabilities, 'LITERAL-'] });
    expect(await client.ask('a LOGIN {4097+}')).toMatch(/^a BAD/);
  });

  test('an initial response', async () => {
    const client = await start({ capabilities });
    expect(await client.ask('a AUTHENTICATE PLAIN AHVzZXIAc2VjcmV0')).toMatch(/^a BAD/);
  });
});

describe('mailboxes', () => {
  test('LIST tells names in modified UTF-7, special uses and status', async () => {
    const client = await start();
    await client.ask('a LOGIN user secret');
    const answer = await client.ask('b LIST "" * RETURN (STATUS (MESSAGES UIDNEXT UIDVALIDITY))');
    expect(answer).toBe(
      [
        '* LIST () "/" "INBOX"',
        '* STATUS "INBOX" (MESSAGES 2 UIDNEXT 6 UIDVALIDITY 7)',
        '* LIST (\\Drafts) "/" "Entw&APw-rfe &- Co/&ZeVnLIqe-"',
        '* STATUS "Entw&APw-rfe &- Co/&ZeVnLIqe-" (MESSAGES 0 UIDNEXT 1 UIDVALIDITY 1)',
        '* LIST (\\Noselect) "/" "Shared"',
        'b OK LIST completed',
        '',
      ].join('\r\n'),
    );
    expect(await client.ask('c LIST "" ""')).toMatch(/^\* LIST \(\\Noselect\) "\/" ""\r\n/);
    expect((await client.ask('d LIST "" %')).match(/LIST \(/g)).toHaveLength(2);
    expect((await client.ask('e LIST (SPECIAL-USE) "" *')).match(/LIST \(/g)).toHaveLength(1);
    expect(await client.ask('f LSUB "" *')).not.toContain('Shared');
  });

  test('IMAP4rev2, once enabled, turns names into UTF-8 and SEARCH into ESEARCH', async () => {
    const client = await start();
    await client.ask('a LOGIN user secret');
    expect(await client.ask('b ENABLE IMAP4rev2')).toBe(
      '* ENABLED IMAP4rev2\r\nb OK ENABLE completed\r\n',
    );
    const listed = Buffer.from(await client.ask('c LIST "" *'), 'latin1').toString();
    expect(listed).toContain('"Entwürfe & Co/日本語"');
    expect(await client.ask('d EXAMINE "Entw&APw-rfe &- Co/&ZeVnLIqe-"')).toMatch(/^d NO/);
    expect(await client.ask('e EXAMINE "Entwürfe & Co/日本語"')).toContain('* 0 EXISTS');
    expect(await client.ask('f UID SEARCH ALL')).toContain('* ESEARCH (TAG "f") UID\r\n');
  });

  test('SELECT tells what a client needs; an unknown or unselectable name is refused', async () => {
    const client = await start();
    await client.ask('a LOGIN user secret');
    const answer = await client.ask('b select inbox');
    expect(answer).toContain('* 2 EXISTS\r\n');
    expect(answer).toContain('* OK [UIDVALIDITY 7] ');
    expect(answer).toContain('* OK [UIDNEXT 6] ');
    expect(answer).toMatch(/b OK \[READ-WRITE\] SELECT completed\r\n$/);
    expect(await client.ask('c EXAMINE Nowhere')).toBe('c NO [NONEXISTENT] No such mailbox\r\n');
    expect(await client.ask('d EXAMINE Shared')).toMatch(/^d NO/);
    expect(await client.ask('e UID FETCH 1 UID')).toBe('e BAD Select a mailbox first\r\n');
  });
});

describe('SEARCH', () => {
  test.each([
    ['ALL', '1 5'],
    ['UNSEEN', '5'],
    ['NOT UNSEEN', '1'],
    ['SINCE 1-Mar-2024', '1'],
    ['BEFORE 1-Mar-2024', '5'],
    ['ON 1-Mar-2024', '1'],
    ['LARGER 100', '5'],
    ['SMALLER 100', '1'],
    ['UID 2:*', '5'],
    ['2', '5'],
    ['OR SEEN LARGER 100', '1 5'],
    ['(SEEN LARGER 100)', ''],
    ['HEADER Subject keys UNSEEN', '5'],
  ])('UID SEARCH %s', async (criteria, found) => {
    const client = await select();
    const answer = await client.ask(`t UID SEARCH ${criteria}`);
    expect(answer).toBe(
      `* SEARCH${found === '' ? '' : ` ${found}`}\r\nt OK UID SEARCH completed\r\n`,
    );
  });

  test('with RETURN it answers ESEARCH', async () => {
    const client = await select();
    expect(await client.ask('t UID SEARCH RETURN (ALL COUNT MIN MAX) ALL')).toContain(
      '* ESEARCH (TAG "t") UID ALL 1,5 COUNT 2 MIN 1 MAX 5\r\n',
    );
  });

  test('an unknown key is a fault', async () => {
    const client = await select();
    expect(await client.ask('t SEARCH NONSENSE')).toMatch(/^t BAD/);
  });
});

describe('FETCH', () => {
  test('gives a message byte for byte without touching it', async () => {
    const client = await select();
    const answer = await client.ask('t UID FETCH 1 (FLAGS INTERNALDATE RFC822.SIZE BODY.PEEK[])');
    expect(answer).toBe(
      `* 1 FETCH (UID 1 FLAGS (\\Seen) INTERNALDATE " 1-Mar-2024 09:12:00 +0000" RFC822.SIZE ${letter.length} BODY[] {${letter.length}}\r\n${letter})\r\nt OK UID FETCH completed\r\n`,
    );
    expect(server.changes).toBe(0);
  });

  test.each([
    [
      'BODY.PEEK[HEADER]',
      'BODY[HEADER] {48}\r\nFrom: Desk <desk@example.org>\r\nSubject: Keys\r\n\r\n',
    ],
    ['BODY.PEEK[TEXT]', 'BODY[TEXT] {16}\r\nThey are here.\r\n'],
    ['BODY.PEEK[]<6.4>', 'BODY[]<6> {4}\r\nDesk'],
    ['BODY.PEEK[]<900.4>', 'BODY[]<900> {0}\r\n'],
    [
      'BODY.PEEK[HEADER.FIELDS (subject x)]',
      'BODY[HEADER.FIELDS (SUBJECT X)] {17}\r\nSubject: Keys\r\n\r\n',
    ],
    ['RFC822.HEADER', 'RFC822.HEADER {48}\r\nFrom: Desk'],
    ['ENVELOPE', 'ENVELOPE (NIL "Keys" (("Desk" NIL "desk" "example.org"))'],
    ['BODYSTRUCTURE', 'BODYSTRUCTURE ("TEXT" "PLAIN" NIL NIL NIL "7BIT" 16 0)'],
    ['MODSEQ', 'MODSEQ (1)'],
  ])('%s', async (item, expected) => {
    const client = await select();
    expect(await client.ask(`t FETCH 1 (${item})`)).toContain(`* 1 FETCH (${expected}`);
    expect(server.changes).toBe(0);
  });

  test.each(['BODY[]', 'BODY[TEXT]', 'RFC822', 'RFC822.TEXT'])(
    '%s marks a message as seen where the mailbox was selected, not where it was examined',
    async item => {
      const client = await select();
      expect(await client.ask(`t UID FETCH 5 ${item}`)).toContain('FLAGS (\\Seen)');
      expect(server.changes).toBe(1);
      server.mailbox('INBOX').setFlags(5, []);
      await client.ask('u EXAMINE INBOX');
      expect(await client.ask(`v UID FETCH 5 ${item}`)).toContain('FLAGS ()');
      expect(server.changes).toBe(1);
    },
  );

  test('sets by UID pass over what is not there; by sequence number they may not', async () => {
    const client = await select();
    expect(await client.ask('t UID FETCH 2:4,9:*,1 UID')).toBe(
      '* 1 FETCH (UID 1)\r\n* 2 FETCH (UID 5)\r\nt OK UID FETCH completed\r\n',
    );
    expect(await client.ask('u FETCH 3 UID')).toMatch(/^u BAD/);
  });

  test('commands sent together are answered in order', async () => {
    const client = await select();
    client.write('x UID FETCH 5 UID\r\ny NOOP\r\n');
    expect(await client.ask('z UID FETCH 1 UID')).toBe(
      '* 2 FETCH (UID 5)\r\nx OK UID FETCH completed\r\ny OK NOOP completed\r\n* 1 FETCH (UID 1)\r\nz OK UID FETCH completed\r\n',
    );
  });
});

test('it serves ::1 too', async () => {
  const client = await start({ host: '::1' });
  expect(await client.ask('a NOOP')).toBe('a OK NOOP completed\r\n');
});

test('stop ends every connection', async () => {
  const client = await start();
  await server.stop();
  expect(await client.rest()).toBe('');
});
