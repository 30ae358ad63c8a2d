import { readdirSync } from 'node:fs';
import type { Worker } from 'node:worker_threads';
import { expect, test, vi } from 'vitest';
import { withAccount } from './an-app.ts';

/** Every thread that this process has started, oldest first. */
const threads = vi.hoisted((): Worker[] => []);
vi.mock('node:worker_threads', async importOriginal => {
  const original = await importOriginal<typeof import('node:worker_threads')>();
  class KnownWorker extends original.Worker {
    constructor(...options: ConstructorParameters<typeof Worker>) {
      super(...options);
      threads.push(this);
    }
  }
  return { ...original, Worker: KnownWorker };
});

const count = 400;
const messages = Array.from(
  { length: count },
  (_, at) => `Subject: ${at}\r\nMessage-ID: <${at}@example.org>\r\n\r\nBody.\r\n`,
);

function filesIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter(name => name.endsWith('.eml'));
}

test('a run whose thread died says so, and the next one goes on where it stood', async () => {
  const account = await withAccount({
    mailboxes: [{ name: 'INBOX', messages }],
    // The connection of the first run alone.
    beforeFetchResponse: ({ uid, connection }) =>
      uid === 300 && connection === 1 ? { stop: { at: 5, how: 'silent' } } : undefined,
  });
  const { call, until, accountId, folder } = account;
  const isOver = ({ finishedAt }: { finishedAt?: number | undefined }) => finishedAt !== undefined;
  await call('runs.start', { accountId });
  await until(accountId, ({ stored }) => stored > 0);
  const stored = filesIn(folder).length;
  expect(stored).toBeGreaterThan(0);
  await threads[0]?.terminate();
  const dead = await until(accountId, isOver);
  expect(dead).toMatchObject({
    state: 'failed',
    failure: {
      kind: 'defect',
      scope: 'run',
      message: expect.stringMatching(/archives mail stopped unexpectedly: it ended with/),
    },
  });
  await call('runs.start', { accountId });
  const next = await until(accountId, isOver);
  expect(next).toMatchObject({ state: 'done' });
  expect(next.stored).toBeLessThanOrEqual(count - stored);
  expect(filesIn(folder)).toHaveLength(count);
});
