import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { constants, createDeflateRaw, deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { mailboxName } from '../../../electron/engine/mailbox-name.ts';
import { ServerHabits } from '../../../electron/engine/session/server-habits.ts';
import { connect } from '../../../electron/engine/session/session.ts';
import type { Server } from '../../../shared/model/account.ts';
import { failureOf, serverAt } from './open-connection.ts';
import { type Conversation, startRawServer } from './raw-server.ts';

const finishFlush = constants.Z_SYNC_FLUSH;
const greeting = '* PREAUTH [CAPABILITY IMAP4rev1 COMPRESS=DEFLATE] ready\r\n';
const on: Partial<Server> = { compression: 'on' };

/** What a server compresses, each part as a flush of one stream. */
async function compressed(...parts: string[]): Promise<Buffer> {
  const stream = createDeflateRaw({ flush: finishFlush, finishFlush });
  const chunks: Buffer[] = [];
  stream.on('data', chunk => chunks.push(chunk));
  for (const part of parts) {
    stream.write(part);
    await new Promise<void>(resolve => stream.flush(resolve));
  }
  stream.end();
  await once(stream, 'end');
  return Buffer.concat(chunks);
}

/** @param talk from the greeting on */
async function session(
  talk: (conversation: Conversation) => void | Promise<void>,
  endpoint: Partial<Server> = on,
  habits = new ServerHabits(),
) {
  const server = await startRawServer(conversation => {
    conversation.say(greeting);
    return talk(conversation);
  });
  onTestFinished(() => server.stop());
  const connected = await connect({
    ...{ server: serverAt(server.port, endpoint), habits },
    onWarning: () => undefined,
  });
  onTestFinished(() => connected.destroy());
  return { session: connected, habits };
}

/** Behind COMPRESS, what the client has sent so far, as text. */
const sentBy = (bytes: Buffer) => inflateRawSync(bytes, { finishFlush }).toString('latin1');

/** Resolves when the client has sent these words, compressed. */
async function heard(conversation: Conversation, words: string): Promise<string> {
  let sent = Buffer.alloc(0);
  for (;;) {
    sent = Buffer.concat([sent, await conversation.bytes(1)]);
    if (!sent.subarray(-4).equals(Buffer.from([0, 0, 0xff, 0xff]))) continue;
    const text = sentBy(sent);
    if (text.includes(words)) return text;
  }
}

describe('COMPRESS', () => {
  test('is the last that goes as it is; nothing is sent behind it before its answer', async () => {
    const seen: string[] = [];
    const { session: connected } = await session(async conversation => {
      seen.push(await conversation.line());
      await sleep(50);
      seen.push(conversation.unread);
      conversation.say('A1 OK compressing\r\n');
      seen.push(await heard(conversation, 'EXAMINE'));
      conversation.say(
        await compressed(
          'A2 OK\r\n* 3 EXISTS\r\n* OK [UIDVALIDITY 42] v\r\nA3 OK [READ-ONLY] o\r\n',
        ),
      );
    });
    await connected.login('anna', 'secret');
    const { exists } = await connected.examine(mailboxName('INBOX'));
    expect(exists).toBe(3);
    expect(seen).toEqual(['A1 COMPRESS DEFLATE', '', 'A2 NOOP\r\nA3 EXAMINE "INBOX"\r\n']);
  });

  test('what follows its OK is read compressed, however it is cut and whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 3_000 }),
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 20 }),
        async (body, cuts) => {
          const text = Buffer.from(body).toString('latin1');
          const answers = [
            'A2 OK\r\n',
            '* 1 EXISTS\r\n* OK [UIDVALIDITY 42] v\r\nA3 OK [READ-ONLY] open\r\n',
            `* 1 FETCH (UID 7 BODY[] {${body.length}}\r\n`,
          ];
          const stream = createDeflateRaw({ flush: finishFlush, finishFlush });
          const chunks: Buffer[] = [];
          stream.on('data', chunk => chunks.push(chunk));
          for (const answer of answers) stream.write(answer);
          stream.write(text, 'latin1');
          stream.write(')\r\nA4 OK fetched\r\n');
          stream.end();
          await once(stream, 'end');
          const whole = Buffer.concat([Buffer.from('A1 OK compressing\r\n'), ...chunks]);
          const { session: connected } = await session(async conversation => {
            await conversation.line();
            let at = 0;
            for (let turn = 0; at < whole.length; turn += 1) {
              const size = turn < cuts.length * 3 ? (cuts[turn % cuts.length] ?? 1) : whole.length;
              conversation.say(whole.subarray(at, at + size));
              at += size;
              await new Promise(setImmediate);
            }
          });
          const login = connected.login('anna', 'secret');
          await login;
          const opening = connected.examine(mailboxName('INBOX'));
          const bodies: string[] = [];
          const fetching = connected.uidFetch('7', ['UID', 'BODY.PEEK[]'], ({ sections }) => {
            for (const { data } of sections) {
              if (data?.kind === 'memory') bodies.push(data.bytes.toString('latin1'));
            }
          });
          await Promise.all([opening, fetching]);
          expect(bodies).toEqual([text]);
          connected.destroy();
        },
      ),
      { numRuns: 25 },
    );
  });

  test.each([
    ['the server is in the own network', {}],
    ['it is not wanted', { compression: 'off' }],
  ] as const)('is not asked for where %s', async (_why, endpoint) => {
    const lines: string[] = [];
    const { session: connected } = await session(async conversation => {
      lines.push(await conversation.line());
      conversation.say('A1 OK\r\n');
    }, endpoint);
    await connected.login('anna', 'secret');
    await connected.noop();
    expect(lines).toEqual(['A1 NOOP']);
  });

  test('refused, the connection goes on as it is, and the next does not ask', async () => {
    const refusing = async (conversation: Conversation) => {
      for (;;) {
        const line = await conversation.line();
        const [tag, command] = line.split(' ');
        conversation.say(
          `${tag} ${command === 'COMPRESS' ? 'NO [COMPRESSIONACTIVE]' : 'OK'} x\r\n`,
        );
        lines.push(line);
      }
    };
    const lines: string[] = [];
    const { session: first, habits } = await session(refusing);
    await first.login('anna', 'secret');
    await first.noop();
    const { session: second } = await session(refusing, on, habits);
    await second.login('anna', 'secret');
    await second.noop();
    expect(lines).toEqual(['A1 COMPRESS DEFLATE', 'A2 NOOP', 'A3 NOOP', 'A1 NOOP']);
  });

  test.each([
    ['is not compressed', async () => Buffer.from('A2 OK\r\nand more in plain words\r\n')],
    [
      'ends the stream',
      async () => Buffer.concat([deflateRawSync(Buffer.from('A2 OK\r\n')), Buffer.from('* OK')]),
    ],
  ])('what comes behind it %s: said, and the next connection does not ask', async (_what, rest) => {
    const { session: connected, habits } = await session(async conversation => {
      await conversation.line();
      conversation.say(Buffer.concat([Buffer.from('A1 OK\r\n'), await rest()]));
    });
    await connected.login('anna', 'secret');
    await sleep(50);
    const failure = await failureOf(connected.noop());
    expect(failure).toMatchObject({ failure: { kind: 'receive', code: 'compression-unreadable' } });
    expect(habits.compressesBadly).toBe(true);
  });

  test('what is larger than any answer when it is decompressed ends the connection, not the memory', async () => {
    const bomb = deflateRawSync(Buffer.alloc(300_000_000, 'x'), { finishFlush });
    const { session: connected } = await session(async conversation => {
      await conversation.line();
      conversation.say(Buffer.concat([Buffer.from('A1 OK\r\n'), bomb]));
    });
    const before = process.memoryUsage().rss;
    let most = 0;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss - before);
    }, 5);
    onTestFinished(() => clearInterval(watch));
    await connected.login('anna', 'secret');
    const failure = await failureOf(connected.list());
    expect(failure).toMatchObject({ failure: { kind: 'unparsable-response' } });
    expect(most).toBeLessThan(150_000_000);
  });

  test('nothing is handed on while reading is held back, and all that came before the end is', async () => {
    let open = (): void => undefined;
    let shut: Promise<void> | undefined;
    const { session: connected } = await session(async conversation => {
      await conversation.line();
      conversation.say('A1 OK\r\n');
      await heard(conversation, 'NOOP');
      conversation.say(await compressed('A2 OK\r\n'));
      await heard(conversation, 'LIST');
      const listed = Array.from({ length: 20_000 }, (_, n) => `* LIST () "/" box-${n}\r\n`);
      conversation.say(await compressed(...['', ...listed, 'A3 OK\r\n']));
      conversation.socket.end();
    });
    await connected.login('anna', 'secret');
    await sleep(20);
    connected.useGate({ ready: () => shut });
    shut = new Promise(resolve => {
      open = () => {
        shut = undefined;
        resolve();
      };
    });
    let isListed = false;
    const listing = connected.list().then(({ mailboxes }) => {
      isListed = true;
      return mailboxes.length;
    });
    await sleep(150);
    expect(isListed).toBe(false);
    open();
    expect(await listing).toBe(20_000);
  });
});
