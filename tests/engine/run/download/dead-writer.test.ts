import type { Worker } from 'node:worker_threads';
import { beforeEach, expect, test, vi } from 'vitest';
import { numbered, scriptedAccount, storedIn } from '../test-account.ts';

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

beforeEach(() => {
  threads.length = 0;
});

for (const layout of ['flat', 'folders'] as const) {
  test(`a writing thread that dies ends the run, which says why (${layout})`, async () => {
    const { mailbox, files } = numbered(400);
    let deaths = 0;
    const account = await scriptedAccount({
      mailboxes: [mailbox, { name: 'Later', messages: ['Subject: x\r\n\r\nx\r\n'] }],
      beforeFetchResponse: ({ uid }) => {
        if (uid === 300 && deaths === 0) {
          deaths += 1;
          void threads.at(-1)?.terminate();
        }
        return undefined;
      },
    });
    const all = {
      mailboxes: 'all',
      layout,
      extension: layout === 'flat' ? '.txt' : '.eml',
    } as const;
    await expect(account.run(all)).rejects.toMatchObject({
      kind: 'defect',
      message: expect.stringMatching(
        /^The part of Mailstow that writes to the disk stopped unexpectedly: it ended with the exit code \d\.$/,
      ),
    });
    expect(deaths).toBe(1);
    const { problems } = await account.run(all);
    expect(problems).toEqual([]);
    if (layout === 'flat') expect(storedIn(account.folder)).toMatchObject(files());
  });
}
