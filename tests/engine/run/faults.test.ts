import { afterAll, beforeAll, describe, expect, onTestFinished } from 'vitest';
import { MailstowError } from '../../../electron/engine/errors.ts';
import type { RunRequest } from '../../../shared/model/run.ts';
import { test } from '../../both-layouts.ts';
import { generateMessage } from '../../fixtures/mail/corpus.ts';
import { type Dovecot, dovecotMissing, startDovecot } from '../../servers/dovecot.ts';
import { type FaultOptions, FaultProxy } from '../../servers/fault-proxy.ts';
import { startServer } from '../../servers/scripted/server.ts';
import { accountAt, eventsOf, storedIn } from './test-account.ts';

/** Milliseconds; the waits between reconnections alone make up half a minute on a slow machine. */
const longestTest = 180_000;
/** No seed needs more; a run that gains nothing would never end. */
const mostRuns = 8;
const timeout = 800;

const lossy = ['cut', 'reset', 'halfClose', 'drip', 'delay', 'silence'] as const;

function message(uid: number): Buffer {
  return generateMessage(uid, { median: 1_500, least: 600, greatest: 20_000 });
}

async function proxyTo(port: number, options: Partial<FaultOptions>): Promise<FaultProxy> {
  const proxy = await FaultProxy.start(port, {
    seed: 1,
    after: [2_000, 1_500_000],
    faults: lossy,
    ...options,
  });
  onTestFinished(() => proxy.stop());
  return proxy;
}

/**
 * Runs until everything is there: each run before that must have stopped with a clear failure or named
 * what is missing.
 */
async function untilComplete(
  account: ReturnType<typeof accountAt>,
  count: number,
  changes: Partial<RunRequest>,
): Promise<number> {
  for (let runs = 1; runs <= mostRuns; runs += 1) {
    try {
      const { problems, mailboxes } = await account.run(changes);
      expect(mailboxes[0]).toMatchObject({ onServer: count, missing: problems.length });
      if (problems.length === 0) return runs;
      for (const problem of problems) expect(problem.kind).toBe('message-not-stored');
    } catch (error) {
      if (!(error instanceof MailstowError)) throw error;
      const lost = ['receive', 'transmit', 'no-answer', 'connection', 'message-not-stored'];
      expect(lost).toContain(error.kind);
    }
  }
  throw new Error(`not complete after ${mostRuns} runs`);
}

/** Files written by all runs: one that was downloaded and stored twice counts twice. */
function written(account: ReturnType<typeof accountAt>): number {
  const progress = eventsOf(account, 'progress');
  return progress.reduce((sum, { stored }, index) => {
    const next = progress[index + 1];
    // The count starts again with each run.
    return next === undefined || next.stored < stored ? sum + stored : sum;
  }, 0);
}

function expected(count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `MSG_INBOX_${index + 1}.txt`,
      message(index + 1).toString('latin1'),
    ]),
  );
}

describe('through a line that delays, drips, cuts, resets, half-closes and falls silent', () => {
  test.each([
    { seed: 1, count: 2_000, connections: 1 },
    { seed: 2, count: 2_000, connections: 3 },
    { seed: 3, count: 150, connections: 1, after: [1_000, 100_000] as const },
  ])(
    '$count messages over $connections connections, seed $seed',
    { timeout: longestTest },
    async scene => {
      const { count, connections, ...faults } = scene;
      const bytes = (uid: number) => ({ bytes: message(uid) });
      const server = await startServer({
        mailboxes: [{ name: 'INBOX', lazy: { count, message: bytes } }],
      });
      onTestFinished(() => server.stop());
      const proxy = await proxyTo(server.port, faults);
      const account = accountAt({ port: proxy.port, timeout });
      await untilComplete(account, count, { connections });
      expect(proxy.faults.length).toBeGreaterThan(4);
      expect(written(account)).toBe(count);
      expect(storedIn(account.folder)).toEqual(expected(count));
      expect(server.changes).toBe(0);
    },
  );

  describe.skipIf(dovecotMissing())('from a real server', () => {
    let dovecot: Dovecot;
    beforeAll(async () => {
      dovecot = await startDovecot();
    });
    afterAll(() => dovecot.stop());

    test('400 messages', { timeout: longestTest }, async () => {
      const count = 400;
      const user = await dovecot.user();
      const messages = Array.from({ length: count }, (_, index) => message(index + 1));
      await dovecot.deliver(user, 'INBOX', ...messages.map(bytes => ({ bytes })));
      const proxy = await proxyTo(dovecot.ports.imap, { seed: 4, after: [2_000, 300_000] });
      const credentials = { user: user.name, password: user.password };
      const account = accountAt({ port: proxy.port, timeout }, credentials);
      await untilComplete(account, count, {});
      expect(proxy.faults.length).toBeGreaterThan(4);
      expect(written(account)).toBe(count);
      expect(storedIn(account.folder)).toEqual(expected(count));
    });
  });
});
