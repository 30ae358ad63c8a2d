import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { MailstowError } from '../../../electron/engine/errors.ts';
import { lostConnection } from '../../../electron/engine/session/transport/transport-failure.ts';
import { string } from '../../../electron/engine/wire/encoder.ts';
import { collect, failureOf, openConnection, plain, serverAt } from './open-connection.ts';
import type { Conversation } from './raw-server.ts';

describe('answers', () => {
  test('commands sent together get each their own answer, in whatever order it comes', async () => {
    const { connection } = await openConnection(async server => {
      const [first, second] = [await server.line(), await server.line()];
      expect([first, second]).toEqual(['A1 ONE', 'A2 TWO']);
      server.say('A2 OK two done\r\nA1 OK one done\r\n');
    });
    const answers = await Promise.all([connection.run(plain('ONE')), connection.run(plain('TWO'))]);
    expect(answers).toEqual(['one done', 'two done']);
  });

  test('an untagged response goes to the oldest command that takes it', async () => {
    const { connection, unclaimed } = await openConnection(async server => {
      await server.line();
      await server.line();
      server.say('* 1 EXISTS\r\n* 2 RECENT\r\n* 3 EXISTS\r\n');
      server.say('* 4 EXPUNGE\r\nA1 OK\r\n* 5 EXISTS\r\nA2 OK\r\n');
    });
    const [first, second] = await Promise.all([
      connection.run(collect('ONE', 'exists')),
      connection.run(collect('TWO', 'exists')),
    ]);
    expect(first.map(({ count }) => count)).toEqual([1, 3]);
    expect(second.map(({ count }) => count)).toEqual([5]);
    expect(unclaimed.map(({ kind }) => kind)).toEqual(['recent', 'expunge']);
  });

  test('a refusal carries the code and the words of the server', async () => {
    const { connection } = await openConnection(async server => {
      await server.line();
      server.say('A1 NO [UNAVAILABLE] Try again later\r\n');
    });
    expect(await failureOf(connection.run(plain('STATUS')))).toMatchObject({
      failure: {
        kind: 'unknown-response',
        scope: 'account',
        serverText: '[UNAVAILABLE] Try again later',
      },
    });
  });

  test('an answer to no command in flight ends the connection', async () => {
    const { connection } = await openConnection(async server => {
      await server.line();
      server.say('ZZ9 OK done\r\n');
    });
    expect(await failureOf(connection.run(plain('NOOP')))).toMatchObject({
      kind: 'unknown-response',
    });
  });

  test('what the taker of a response throws fails its command and nothing else', async () => {
    const { connection } = await openConnection(async server => {
      await server.line();
      server.say('* 1 EXISTS\r\n* 2 EXISTS\r\nA1 OK\r\n');
      await server.line();
      server.say('A2 OK still here\r\n');
    });
    const full = new Error('no room');
    const choking = {
      ...plain('ONE'),
      claim: () => {
        throw full;
      },
    };
    expect(await failureOf(connection.run(choking))).toBe(full);
    expect(await connection.run(plain('TWO'))).toBe('still here');
  });
});

describe('a response that cannot be read', () => {
  const broken = '* 1 FETCH (UID \r\n';

  test('costs nothing when the command got what it is owed', async () => {
    const { connection, unclaimed } = await openConnection(async server => {
      await server.line();
      server.say(`* 7 EXISTS\r\n${broken}A1 OK\r\n`);
    });
    expect(await connection.run(collect('ONE', 'exists'))).toHaveLength(1);
    expect(unclaimed).toMatchObject([{ kind: 'malformed' }]);
  });

  test('is named when the command lacks it', async () => {
    const { connection } = await openConnection(async server => {
      await server.line();
      server.say(`${broken}A1 OK\r\n`);
      await server.line();
      server.say('A2 OK still here\r\n');
    });
    const owing = {
      ...plain('ONE'),
      result: (): string => {
        throw new Error('lacks its data');
      },
    };
    expect(await failureOf(connection.run(owing))).toMatchObject({ kind: 'unparsable-response' });
    expect(await connection.run(plain('TWO'))).toBe('still here');
  });

  test('fails its command at once when it should have been the tagged answer', async () => {
    const { connection } = await openConnection(async server => {
      await server.line();
      server.say('A1 PERHAPS\r\n');
      await server.line();
      server.say('A2 OK still here\r\n');
    });
    expect(await failureOf(connection.run(plain('ONE')))).toMatchObject({
      kind: 'unknown-response',
    });
    expect(await connection.run(plain('TWO'))).toBe('still here');
  });

  test('a line without end is cut off', async () => {
    const { connection } = await openConnection(async server => {
      await server.line();
      server.say('* OK ');
      const words = Buffer.alloc(1024 * 1024, 'x');
      while (server.socket.write(words) || (await once(server.socket, 'drain'))) {}
    });
    expect(await failureOf(connection.run(plain('ONE')))).toMatchObject({
      kind: 'unparsable-response',
      failure: { scope: 'account' },
    });
  });
});

describe('literals in arguments', () => {
  const login = { ...plain('LOGIN'), arguments: [string('jürgen'), string('größe')] };

  test('each waits for its own continuation request, and other commands wait behind', async () => {
    const { connection } = await openConnection(async server => {
      expect(await server.line()).toBe('A1 LOGIN {7}');
      expect(server.unread).toBe('');
      server.say('* 1 EXISTS\r\n+ go\r\n');
      expect(await server.line()).toBe('jürgen {7}');
      expect(server.unread).toBe('');
      server.say('+\r\n');
      expect(await server.line()).toBe('größe');
      expect(await server.line()).toBe('A2 NOOP');
      server.say('A1 OK in\r\nA2 OK done\r\n');
    });
    const both = [connection.run(login), connection.run(plain('NOOP'))];
    expect(await Promise.all(both)).toEqual(['in', 'done']);
  });

  test('a command refused at its literal leaves the line free', async () => {
    const { connection } = await openConnection(async server => {
      await server.line();
      server.say('A1 NO literal too large\r\n');
      expect(await server.line()).toBe('A2 NOOP');
      server.say('A2 OK done\r\n');
    });
    const refusal = failureOf(connection.run(login));
    const next = connection.run(plain('NOOP'));
    expect(await refusal).toMatchObject({ failure: { serverText: 'literal too large' } });
    expect(await next).toBe('done');
  });

  test('LITERAL+ sends all at once', async () => {
    const { connection } = await openConnection(async server => {
      expect(await server.line()).toBe('A1 LOGIN {7+}');
      expect(await server.line()).toBe('jürgen {7+}');
      expect(await server.line()).toBe('größe');
      server.say('A1 OK in\r\n');
    });
    connection.encoding = { literalPlus: true, literalMinus: false, utf8: false };
    expect(await connection.run(login)).toBe('in');
  });

  test('a line break in an argument is never sent', async () => {
    const { connection } = await openConnection(async server => {
      expect(await server.line()).toBe('A2 NOOP');
      server.say('A2 OK done\r\n');
    });
    const smuggling = { ...plain('LOGIN'), arguments: [string('a\r\nA9 DELETE INBOX')] };
    expect(await failureOf(connection.run(smuggling))).toMatchObject({ kind: 'arguments' });
    expect(await connection.run(plain('NOOP'))).toBe('done');
  });
});

describe('a dialogue whose next line takes time to make', () => {
  const dialogue = (line: () => Promise<string>) => ({ ...plain('AUTHENTICATE'), continue: line });

  test('takes nothing of the time in which the server has to answer', async () => {
    const { connection } = await openConnection(async conversation => {
      await conversation.line();
      conversation.say('+ \r\n');
      expect(await conversation.line()).toBe('made');
      conversation.say('A1 OK done\r\n');
    }, 1_000);
    const made = () => sleep(1_600).then(() => 'made');
    expect(await connection.run(dialogue(made))).toBe('done');
  });

  test('the silence behind it counts', async () => {
    const { connection } = await openConnection(async conversation => {
      await conversation.line();
      conversation.say('+ \r\n');
    }, 200);
    const failed = failureOf(connection.run(dialogue(async () => 'made')));
    expect(await failed).toMatchObject({ kind: 'no-answer' });
  });

  test('an answer that came before the line was made leaves nothing to send', async () => {
    const { connection } = await openConnection(async conversation => {
      await conversation.line();
      conversation.say('+ \r\nA1 NO changed my mind\r\n');
      expect(await conversation.line()).toBe('A2 NOOP');
      conversation.say('A2 OK\r\n');
    });
    const made = sleep(100).then(() => 'made');
    const failed = failureOf(connection.run(dialogue(() => made)));
    expect(await failed).toMatchObject({ failure: { serverText: 'changed my mind' } });
    await made;
    await connection.run(plain('NOOP'));
  });

  test('a line that cannot be made ends the connection', async () => {
    const { connection } = await openConnection(async conversation => {
      await conversation.line();
      conversation.say('+ \r\n');
    });
    const defect = new Error('no line');
    expect(await failureOf(connection.run(dialogue(() => Promise.reject(defect))))).toBe(defect);
  });
});

describe('silence and loss', () => {
  test('no byte of an answer', async () => {
    const { connection } = await openConnection(() => {}, 100);
    expect(await failureOf(connection.run(plain('LOGIN')))).toMatchObject({
      kind: 'no-answer',
      message: 'The server did not answer LOGIN within 0.1 seconds.',
      failure: { scope: 'account' },
    });
  });

  test('unasked-for news are no answer', async () => {
    const { connection } = await openConnection(async server => {
      await server.line();
      server.say('* 1 EXISTS\r\n');
    }, 100);
    expect(await failureOf(connection.run(plain('LOGIN')))).toMatchObject({ kind: 'no-answer' });
  });

  test.each([
    ['inside a response', '* 1 EXI'],
    ['inside a literal', '* 1 FETCH (UID 1 BODY[] {100}\r\nabc'],
    ['behind the first response', '* 1 EXISTS\r\n'],
  ])('silence %s', async (_, words) => {
    const { connection } = await openConnection(async server => {
      await server.line();
      server.say(words);
    }, 100);
    expect(await failureOf(connection.run(collect('ONE', 'exists')))).toMatchObject({
      kind: 'receive',
    });
  });

  test('a server that keeps talking is not silent, however long the answer takes', async () => {
    const timeout = 200;
    const { connection } = await openConnection(async server => {
      await server.line();
      let sent = 0;
      const timer = setInterval(() => {
        server.say(++sent < 8 ? '* 1 EXISTS\r\n' : 'A1 OK done\r\n');
        if (sent === 8) clearInterval(timer);
      }, timeout / 4);
    }, timeout);
    const began = performance.now();
    expect(await connection.run(collect('ONE', 'exists'))).toHaveLength(7);
    expect(performance.now() - began).toBeGreaterThan(timeout);
  });

  test('a connection without commands may be silent', async () => {
    const timeout = 50;
    const { connection } = await openConnection(async server => {
      await server.line();
      server.say('A1 OK done\r\n');
      setTimeout(() => server.say('* 9 EXISTS\r\n'), timeout * 3);
      await server.line();
      server.say('A2 OK done\r\n');
    }, timeout);
    await connection.run(plain('ONE'));
    const { promise: longAfter, resolve } = Promise.withResolvers<void>();
    setTimeout(resolve, timeout * 3);
    await longAfter;
    expect(await connection.run(plain('TWO'))).toBe('done');
  });

  test('every command in flight fails when the server closes, later ones too', async () => {
    const { connection } = await openConnection(async server => {
      await server.line();
      await server.line();
      server.say('* 1 FETCH (UID 1 BODY[] {100}\r\nabc');
      server.socket.end();
    });
    const both = [connection.run(plain('ONE')), connection.run(plain('TWO'))].map(failureOf);
    for (const failure of await Promise.all(both))
      expect(failure).toMatchObject({ kind: 'receive' });
    expect(await failureOf(connection.run(plain('THREE')))).toMatchObject({ kind: 'receive' });
  });

  test('BYE lends its words to the loss that follows', async () => {
    const { connection } = await openConnection(async server => {
      await server.line();
      server.say('* BYE [UNAVAILABLE] Going down\r\n');
      server.socket.end();
    });
    expect(await failureOf(connection.run(plain('ONE')))).toMatchObject({
      failure: { kind: 'receive', serverText: '[UNAVAILABLE] Going down' },
    });
  });

  test('an error of the sending side is told apart', () => {
    const broken = Object.assign(new Error('write EPIPE'), { code: 'EPIPE', syscall: 'write' });
    expect(lostConnection(broken, serverAt(143))).toMatchObject({
      failure: { kind: 'transmit', scope: 'account' },
    });
  });

  test('a reset connection', async () => {
    const { connection } = await openConnection(async server => {
      await server.line();
      server.socket.resetAndDestroy();
    });
    expect(await failureOf(connection.run(plain('ONE')))).toMatchObject({ kind: 'receive' });
  });

  test('an abort fails what is in flight, and what comes later', async () => {
    const abort = new AbortController();
    const { connection } = await openConnection(
      async server => {
        await server.line();
        server.say('* 1 FETCH (UID 1 BODY[] {100}\r\nabc');
        abort.abort();
      },
      5_000,
      abort.signal,
    );
    expect(await failureOf(connection.run(plain('ONE')))).toMatchObject({ kind: 'stopped' });
    expect(await failureOf(connection.run(plain('TWO')))).toMatchObject({ kind: 'stopped' });
  });

  test('a broken literal gives its sink back', async () => {
    const { connection } = await openConnection(async server => {
      await server.line();
      server.say('* 1 FETCH (UID 1 BODY[] {100}\r\nabc');
      server.socket.end();
    });
    let aborted = 0;
    connection.useLiteralStore({
      open: () => ({ write: () => {}, end: () => {}, abort: () => aborted++ }),
    });
    expect(await failureOf(connection.run(plain('ONE')))).toBeInstanceOf(MailstowError);
    expect(aborted).toBe(1);
  });
});

describe('the gate', () => {
  const megabyte = 1024 * 1024;
  const announced = 64 * megabyte;

  /** Sends a literal as fast as the client takes it. */
  async function pour(server: Conversation) {
    await server.line();
    server.socket.write(`* 1 FETCH (UID 1 BODY[] {${announced}}\r\n`);
    const chunk = Buffer.alloc(megabyte, 'x');
    for (let sent = 0; sent < announced; sent += megabyte) {
      if (!server.socket.write(chunk)) await once(server.socket, 'drain');
    }
    server.socket.write(')\r\nA1 OK done\r\n');
  }

  test('pauses the reading of a large literal, and that silence does not count', async () => {
    const timeout = 150;
    let poured = false;
    const { connection } = await openConnection(async server => {
      await pour(server);
      poured = true;
    }, timeout);
    let received = 0;
    connection.useLiteralStore({
      open: () => ({
        write(chunk: Buffer) {
          received += chunk.length;
        },
        end: () => {},
        abort: () => {},
      }),
    });
    const room = Promise.withResolvers<void>();
    let closedAt: number | undefined;
    connection.useGate({
      ready() {
        if (closedAt !== undefined || received < megabyte) return undefined;
        closedAt = received;
        setTimeout(room.resolve, timeout * 3);
        return room.promise;
      },
    });
    const answer = connection.run(collect('FETCH', 'fetch'));
    await room.promise;
    expect(received).toBe(closedAt);
    expect(poured).toBe(false);
    expect(await answer).toHaveLength(1);
    expect(received).toBe(announced);
  });

  test('another gate lets go of what the former one held', async () => {
    const { connection } = await openConnection(pour);
    connection.useLiteralStore({
      open: () => ({ write: () => {}, end: () => {}, abort: () => {} }),
    });
    const { promise: held, resolve } = Promise.withResolvers<void>();
    connection.useGate({
      ready() {
        resolve();
        return new Promise(() => {});
      },
    });
    const answer = connection.run(collect('FETCH', 'fetch'));
    await held;
    connection.useGate(undefined);
    expect(await answer).toHaveLength(1);
  });

  test('a gate that fails ends the connection with its own failure', async () => {
    const { connection } = await openConnection(pour);
    const full = new MailstowError('disk-full-storing-messages');
    connection.useGate({ ready: () => Promise.reject(full) });
    expect(await failureOf(connection.run(plain('FETCH')))).toBe(full);
  });
});

test('traffic counts bytes, commands and round trips', async () => {
  const { connection } = await openConnection(async server => {
    await server.line();
    await server.line();
    server.say('A1 OK\r\nA2 OK\r\n');
    await server.line();
    server.say('A3 OK\r\n');
  });
  await Promise.all([connection.run(plain('ONE')), connection.run(plain('TWO'))]);
  await connection.run(plain('THREE'));
  expect(connection.traffic).toEqual({
    received: '* OK ready\r\nA1 OK\r\nA2 OK\r\nA3 OK\r\n'.length,
    sent: 'A1 ONE\r\nA2 TWO\r\nA3 THREE\r\n'.length,
    commands: 3,
    roundTrips: 2,
  });
});
