import { describe, expect } from 'vitest';
import { layoutNow, storedMessages, test } from '../../../both-layouts.ts';
import { eventsOf, scriptedAccount } from '../test-account.ts';
import { namesHold } from './any-names.ts';

/** `npm run prove -- names` does the same with 100,000. */
const some = 60;

test(`${some} random mailbox names and subjects are archived, read back, and the next run is quiet`, async () => {
  await namesHold(some, 10, layoutNow());
});

describe('a numbering that is none', () => {
  test.each([
    ['beyond 32 bits', 99_999_999_999],
    ['that is no number', undefined],
  ])(
    '%s ends that mailbox, the others go on, and .uidvalidity stays readable',
    async (_what, uidValidity) => {
      const message = 'Subject: One\r\n\r\n';
      const account = await scriptedAccount({
        mailboxes: [
          { name: 'INBOX', messages: [message] },
          { name: 'Odd', messages: [message], uidValidity },
          { name: 'Work', messages: [message] },
        ],
      });
      for (const stored of [2, 0]) {
        const result = await account.run({ mailboxes: 'all' });
        expect(result.stored).toBe(stored);
        expect(result.problems).toMatchObject([
          { kind: 'no-uidvalidity', scope: 'mailbox', mailbox: 'Odd' },
        ]);
      }
      expect(Object.keys(storedMessages(account.folder))).toEqual([
        'MSG_INBOX_1.txt',
        'MSG_Work_1.txt',
      ]);
    },
  );
});

describe('a name of any length', () => {
  /** Milliseconds that one run takes with these many characters in its subject and in its mailbox's name. */
  async function run(subject: number, name: number): Promise<number> {
    const account = await scriptedAccount({
      mailboxes: [
        { name: 'INBOX', messages: ['Subject: Short\r\n\r\n'] },
        {
          name: 'ü.'.repeat(name / 2),
          messages: [`Subject: ${'ä\u0301 '.repeat(subject / 3)}\r\nMessage-ID: <1@x>\r\n\r\n`],
        },
      ],
    });
    await account.run({ mailboxes: ['INBOX'] });
    const begin = performance.now();
    const { problems, stored } = await account.run({ mailboxes: 'all' });
    const took = performance.now() - begin;
    expect([problems, stored, eventsOf(account, 'warning')]).toEqual([[], 1, []]);
    return took;
  }

  test('costs a run no more than twice as much where it is twice as long', async () => {
    const one = Math.min(await run(450_000, 50_000), await run(450_000, 50_000));
    const two = Math.min(await run(900_000, 100_000), await run(900_000, 100_000));
    // A second on a machine that does nothing else; three times, because others may be at work.
    expect(two).toBeLessThan(Math.max(3 * one, 1_000));
  });
});
