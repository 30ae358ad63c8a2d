import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { list } from '../../../electron/engine/protocol/commands/list.ts';
import type { Response } from '../../../electron/engine/protocol/response.ts';
import { ProgressWatch } from '../../../electron/engine/session/progress-watch.ts';
import { limits } from '../../../electron/engine/wire/limits.ts';
import { collect, failureOf, openConnection } from './open-connection.ts';

const talk: Response = { kind: 'status', tag: undefined, status: 'OK', code: undefined, text: 'x' };
const flags = (sequence: number): Response => ({
  kind: 'fetch',
  sequence,
  flags: [],
  sections: [],
});

describe('a server that keeps talking while it owes an answer', () => {
  test.each([
    ['* OK Still here\r\n'],
    ['* 5 FETCH (FLAGS (\\Seen))\r\n'],
    ['* 3 EXISTS\r\n'],
    ['* nonsense (\r\n'],
  ])('is left when nothing of it is the answer: %j', async line => {
    vi.useFakeTimers({ toFake: ['performance'] });
    onTestFinished(() => void vi.useRealTimers());
    const timeout = 10_000;
    let lines = 0;
    const { connection } = await openConnection(async conversation => {
      await conversation.line();
      const timer = setInterval(() => {
        lines += 1;
        vi.advanceTimersByTime(timeout);
        conversation.say(line);
      }, 1);
      conversation.socket.on('close', () => clearInterval(timer));
    }, timeout);
    const failure = await failureOf(connection.run(collect('UID FETCH', 'fetch')));
    expect(failure).toMatchObject({
      failure: {
        kind: 'unknown-response',
        message: expect.stringMatching(/never answers UID FETCH/),
      },
    });
    expect(lines).toBeGreaterThan(limits.silencesWithoutProgress);
  });

  test('is listened to while messages come that had not come yet, or bytes of one', () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    try {
      const watch = new ProgressWatch(1_000);
      const almost = limits.silencesWithoutProgress * 1_000 - 1;
      for (let sequence = 1; sequence < 10; sequence++) {
        vi.advanceTimersByTime(almost);
        watch.heard(flags(sequence), true);
        watch.check('UID FETCH');
      }
      for (let pieces = 0; pieces < 10; pieces++) {
        vi.advanceTimersByTime(almost);
        watch.received(limits.progressOctets, true);
        watch.check('UID FETCH');
      }
      vi.advanceTimersByTime(almost);
      watch.heard(flags(9), true);
      watch.heard(talk, false);
      vi.advanceTimersByTime(2);
      expect(() => watch.check('UID FETCH')).toThrow(/never answers/);
      watch.renew();
      watch.check('UID FETCH');
    } finally {
      vi.useRealTimers();
    }
  });

  test('may say so much and no more', () => {
    const watch = new ProgressWatch(1_000);
    for (let count = 0; count <= limits.responses; count++) watch.heard(talk, false);
    expect(() => watch.check('NOOP')).toThrow(/never answers NOOP/);
  });
});

test('more mailboxes than any account has are refused', () => {
  const command = list('', '*');
  const rawName = 'x';
  const row = {
    kind: 'list',
    command: 'LIST',
    attributes: [],
    delimiter: '/',
    mailbox: 'x',
    rawName,
  } as const;
  for (let count = 0; count < limits.mailboxes; count++) command.claim(row);
  expect(() => command.claim(row)).toThrow(/more than 250000 mailboxes/);
});
