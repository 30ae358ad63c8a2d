import { afterEach, describe, expect, test } from 'vitest';
import { RawClient } from './raw-client.ts';
import type { FetchAlteration, ServerOptions } from './scripted/options.ts';
import { type ScriptedServer, startServer } from './scripted/server.ts';

const letter = 'Subject: Keys\r\n\r\nThey are here.\r\n';
let server: ScriptedServer;

async function start(options: ServerOptions): Promise<RawClient> {
  server = await startServer({
    mailboxes: [{ name: 'INBOX', messages: [letter, letter, letter] }],
    ...options,
  });
  return RawClient.connect(server.port);
}

async function select(options: ServerOptions): Promise<RawClient> {
  const client = await start(options);
  await client.ask('a LOGIN user secret');
  await client.ask('b SELECT INBOX');
  return client;
}

/** A server that treats message 2 in its own way, and what it answers to a FETCH of all three. */
async function fetchAltered(alteration: FetchAlteration): Promise<string> {
  const client = await select({
    beforeFetchResponse: ({ uid }) => (uid === 2 ? alteration : undefined),
  });
  client.write('t UID FETCH 1:3 (RFC822.SIZE BODY.PEEK[])\r\nu LOGOUT\r\n');
  return client.rest();
}

/** The ordinary answer for message 2. */
const ordinary = `* 2 FETCH (UID 2 RFC822.SIZE 33 BODY[] {33}\r\n${letter})\r\n`;

afterEach(async () => {
  expect(server.faults).toEqual([]);
  await server.stop();
});

describe('greetings', () => {
  test('garbage', async () => {
    const client = await start({ greeting: 'HTTP/1.1 400 Bad Request\r\n' });
    expect(await client.line()).toBe('HTTP/1.1 400 Bad Request\r\n');
  });

  test('BYE ends the connection', async () => {
    const client = await start({ greeting: '* BYE Overloaded\r\n' });
    expect(await client.rest()).toBe('* BYE Overloaded\r\n');
  });

  test('PREAUTH needs no login', async () => {
    const client = await start({ greeting: '* PREAUTH ready\r\n' });
    expect(await client.ask('a EXAMINE INBOX')).toContain('* 3 EXISTS');
  });

  test('silence lasts until a command comes', async () => {
    const client = await start({ greeting: 'silent' });
    expect(await client.ask('a NOOP')).toBe('a OK NOOP completed\r\n');
  });

  test('each connection may be greeted in its own way', async () => {
    const first = await start({ greeting: number => (number === 1 ? 'close' : '* OK ready\r\n') });
    expect(await first.rest()).toBe('');
    expect(await RawClient.connect(server.port).line()).toBe('* OK ready\r\n');
  });
});

describe('commands', () => {
  test('a raw answer takes the place of the ordinary one', async () => {
    const client = await select({
      onCommand: ({ name, tag }) =>
        name === 'UID SEARCH' ? `* SEARCH 1 2 2 99\r\n${tag} OK done\r\n` : 'default',
    });
    expect(await client.ask('t UID SEARCH ALL')).toBe('* SEARCH 1 2 2 99\r\nt OK done\r\n');
  });

  test('a silent server goes on with the next command', async () => {
    const client = await select({
      onCommand: ({ name }) => (name === 'NOOP' ? 'silent' : undefined),
    });
    client.write('t NOOP\r\n');
    expect(await client.ask('u UID FETCH 1 UID')).toMatch(/^\* 1 FETCH/);
  });

  test.each(['close', 'reset'] as const)('%s ends the connection', async ending => {
    const client = await start({ onCommand: () => ending });
    await client.line();
    client.write('a NOOP\r\n');
    expect(await client.rest()).toBe('');
  });

  test('data before and after, an odd completion and a delay', async () => {
    const client = await select({
      onCommand: ({ name }) =>
        name === 'NOOP'
          ? { delay: 5, before: '* 9 EXISTS\r\n', completion: 'OK fetch', after: '* 8 EXISTS\r\n' }
          : 'default',
    });
    client.write('t NOOP\r\n');
    const answer = await client.until(text => text.endsWith('8 EXISTS\r\n'));
    expect(answer).toBe('* 9 EXISTS\r\nt OK fetch\r\n* 8 EXISTS\r\n');
  });

  test('an endless line waits for a client that does not read', async () => {
    let made = 0;
    const endless: Iterable<Buffer> = {
      *[Symbol.iterator]() {
        for (;;) {
          made += 1;
          yield Buffer.alloc(1 << 20, 'A');
        }
      },
    };
    const client = await start({
      onCommand: ({ name }) => (name === 'NOOP' ? endless : 'default'),
    });
    client.write('a NOOP\r\n');
    await client.until(text => text.length > 3 << 20);
    client.pause();
    await server.received(({ name }) => name === 'NOOP');
    const another = RawClient.connect(server.port);
    for (let round = 0; round < 50; round += 1) await another.ask(`b${round} NOOP2`);
    // What the two sockets buffer between them is a few megabytes.
    expect(made).toBeLessThan(40);
    client.end();
  });

  test('a limit hides all but the last messages from SEARCH', async () => {
    const client = await select({ searchLimit: 2 });
    expect(await client.ask('t UID SEARCH ALL')).toContain('* SEARCH 2 3\r\n');
  });

  test('received waits for a command that is still to come', async () => {
    const client = await start({});
    const waiting = server.received(({ name }) => name === 'NOOP');
    client.write('a NOOP\r\n');
    expect((await waiting).line).toBe('a NOOP');
  });
});

describe('messages of a FETCH', () => {
  test.each<[string, FetchAlteration, string]>([
    ['as it comes', {}, ordinary],
    ['data ahead', { before: '* 9 EXISTS\r\n' }, `* 9 EXISTS\r\n${ordinary}`],
    ['raw', { raw: '* 2 FETCH nonsense\r\n' }, '* 2 FETCH nonsense\r\n'],
    ['left out', { skip: true }, ''],
    [
      'items in the opposite order',
      { reversed: true },
      `* 2 FETCH (BODY[] {33}\r\n${letter} RFC822.SIZE 33 UID 2)\r\n`,
    ],
    ['without UID', { omit: ['UID'] }, ordinary.replace('UID 2 ', '')],
    ['NIL', { body: 'NIL' }, '* 2 FETCH (UID 2 RFC822.SIZE 33 BODY[] NIL)\r\n'],
    ['empty', { body: '""' }, '* 2 FETCH (UID 2 RFC822.SIZE 33 BODY[] "")\r\n'],
    [
      'other bytes',
      { body: Buffer.from('fake') },
      '* 2 FETCH (UID 2 RFC822.SIZE 33 BODY[] {4}\r\nfake)\r\n',
    ],
    ['a wrong size', { size: 7 }, ordinary.replace('SIZE 33', 'SIZE 7')],
    ['an absurd literal', { announced: 9e15 }, ordinary.replace('{33}', '{9000000000000000}')],
  ])('%s', async (_name, alteration, expected) => {
    const answer = await fetchAltered(alteration);
    const [one, three] = [ordinary.replaceAll('2 ', '1 '), ordinary.replaceAll('2 ', '3 ')];
    expect(answer).toContain(`${one}${expected}${three}t OK UID FETCH completed\r\n`);
  });

  test('a refusal ends the command', async () => {
    const answer = await fetchAltered({ refuse: 'NO [UNAVAILABLE] Server error' });
    expect(answer).toContain(`${letter})\r\nt NO [UNAVAILABLE] Server error\r\n* BYE`);
  });

  test.each(['close', 'reset'] as const)('%s in the middle of a literal', async how => {
    const answer = await fetchAltered({ stop: { at: 10, how } });
    expect(answer.endsWith('* 2 FETCH (UID 2 RFC822.SIZE 33 BODY[] {33}\r\nSubject: K')).toBe(true);
  });

  test('silence in the middle of a literal lasts until the client goes', async () => {
    const client = await select({
      beforeFetchResponse: () => ({ stop: { at: 10, how: 'silent' } }),
    });
    client.write('t UID FETCH 1 BODY.PEEK[]\r\nu NOOP\r\n');
    await client.until(text => text.endsWith('Subject: K'));
    const another = RawClient.connect(server.port);
    await another.ask('a NOOP');
    expect(client.waiting).toBe(0);
    expect(server.commands.map(each => each.line)).not.toContain('u NOOP');
  });

  test('the reported size of a message may lie', async () => {
    const client = await select({
      mailboxes: [{ name: 'INBOX', messages: [{ bytes: letter, reportedSize: 1 }] }],
    });
    expect(await client.ask('t FETCH 1 RFC822.SIZE')).toContain('(RFC822.SIZE 1)');
  });
});

test.each(['close', 'reset'] as const)('%s after so many bytes', async how => {
  const client = await start({
    greeting: '* OK ready\r\n',
    cutAfter: number => (number === 1 ? { bytes: 20, how } : undefined),
  });
  expect(await client.line()).toBe('* OK ready\r\n');
  client.write('a NOOP\r\n');
  expect(await client.rest()).toBe('a OK NOO');
  expect(await RawClient.connect(server.port).ask('b NOOP')).toContain('b OK NOOP completed');
  expect(server.bytesSent).toBe(20 + 12 + 21);
});

test('unsolicited data goes out at any moment', async () => {
  const client = await start({});
  await client.line();
  await server.connections[0]?.send('* 4 EXISTS\r\n');
  expect(await client.line()).toBe('* 4 EXISTS\r\n');
});

test('a million messages are made only when they are asked for', async () => {
  let made = 0;
  const message = (uid: number) => {
    made += 1;
    return { bytes: `Subject: ${uid}\r\n\r\n` };
  };
  const client = await select({
    mailboxes: [{ name: 'INBOX', lazy: { count: 1_000_000, message } }],
  });
  expect(await client.ask('t UID FETCH 999999:* (BODY.PEEK[])')).toContain('Subject: 1000000\r\n');
  expect(made).toBeLessThan(10);
  expect(await client.ask('u UID SEARCH RETURN (ALL) ALL')).toContain('ALL 1:1000000\r\n');
});

test('a message of 200 MB is made as fast as it is read, and no faster', async () => {
  const chunk = Buffer.alloc(1 << 20, 'x');
  let made = 0;
  const bytes = {
    size: 200 * chunk.length,
    *chunks() {
      for (let at = 0; at < 200; at += 1) {
        made += 1;
        yield chunk;
      }
    },
  };
  const client = await select({ mailboxes: [{ name: 'INBOX', messages: [{ bytes }] }] });
  client.write('t UID FETCH 1 BODY.PEEK[]\r\n');
  await client.until(text => text.length > 1000);
  client.pause();
  const another = RawClient.connect(server.port);
  for (let round = 0; round < 50; round += 1) await another.ask(`a${round} NOOP`);
  expect(made).toBeLessThan(40);
});
