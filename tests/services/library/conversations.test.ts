import { expect, vi } from 'vitest';
import { mailboxName } from '../../../electron/engine/mailbox-name.ts';
import { layoutNow, test } from '../../both-layouts.ts';
import {
  run,
  type Stored,
  someDate,
  store,
  temporaryFolder,
} from '../../engine/catalog/an-archive.ts';
import { anApp, type TestApp } from '../an-app.ts';

const hour = 60 * 60 * 1000;

/** A letter of one conversation: it answers all that have lower numbers. */
function letter(uid: number, number: number): Stored {
  const before = Array.from({ length: number - 1 }, (_, index) => `<${index + 1}@example.org>`);
  const headers = [
    `Message-ID: <${number}@example.org>`,
    ...(before.length === 0 ? [] : [`References: ${before.join(' ')}`]),
  ];
  const body = [...headers, '', `letter ${number}`].join('\r\n');
  return { uid, subject: `Letter ${number}`, date: someDate + number * hour, body };
}

async function anAccount(app: TestApp, user: string, mailboxes: Record<string, Stored[]>) {
  const folder = temporaryFolder();
  await run(
    folder,
    async archive => {
      for (const [name, messages] of Object.entries(mailboxes)) {
        const mailbox = await archive.mailbox(mailboxName(name, '/'));
        await mailbox.setUidValidity(7);
        await store(mailbox, messages);
      }
    },
    { account: { user, host: 'mail.example.org' }, layout: layoutNow() },
  );
  const { accountId } = await app.call('archives.open', { folder });
  const list = async (mailbox?: string, conversations = false) => {
    const query = { sort: 'date', descending: true, offset: 0, limit: 100 } as const;
    const { rows } = await app.call('library.messages', {
      ...{ accountId, conversations, ...query },
      ...(mailbox !== undefined && { mailbox }),
    });
    return rows;
  };
  const count = Object.values(mailboxes).flat().length;
  await vi.waitFor(async () => expect(await list()).toHaveLength(count), { timeout: 30_000 });
  return { accountId, list };
}

test('a row of a conversation stands for all of it; with a list, for what that has of it', {
  timeout: 60_000,
}, async () => {
  const app = anApp();
  const alone: Stored = { uid: 9, subject: 'Alone', date: someDate };
  const anna = await anAccount(app, 'anna', {
    INBOX: [letter(1, 1), letter(3, 3), alone],
    Sent: [letter(1, 2)],
  });
  const bert = await anAccount(app, 'bert', { INBOX: [letter(1, 2), letter(2, 4)] });
  const subjectsOf = async (chosen: readonly { accountId: string; ids: readonly number[] }[]) => {
    const rows = [...(await anna.list()), ...(await bert.list())];
    return chosen.map(({ accountId, ids }) =>
      ids.map(id => rows.find(row => row.accountId === accountId && row.id === id)?.subject),
    );
  };
  const rows = await anna.list('INBOX', true);
  expect(rows.map(({ subject }) => subject)).toEqual(['Letter 3', 'Alone']);
  const asked = { accountId: anna.accountId, ids: rows.map(({ id }) => id) };

  // Letter 2 is in both accounts: it is taken once, from the row's own.
  expect(await subjectsOf(await app.call('library.conversations', asked))).toEqual([
    ['Letter 3', 'Letter 2', 'Letter 1', 'Alone'],
    ['Letter 4'],
  ]);
  const inList = { ...asked, list: { mailbox: 'INBOX' } };
  expect(await subjectsOf(await app.call('library.conversations', inList))).toEqual([
    ['Letter 3', 'Letter 1', 'Alone'],
  ]);
  const inAccount = { ...asked, list: {} };
  expect(await subjectsOf(await app.call('library.conversations', inAccount))).toEqual([
    ['Letter 3', 'Letter 2', 'Letter 1', 'Alone'],
  ]);
});
