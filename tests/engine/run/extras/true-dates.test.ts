import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { fileOf, messageFilesIn, test } from '../../../both-layouts.ts';
import { scriptedAccount } from '../test-account.ts';

const years = Array.from({ length: 20 }, (_, index) => 2004 + index);
/** A mailbox as a migration leaves it: everything arrived today. */
const today = new Date(Date.UTC(2026, 0, 15, 10, 0, 0));
const letters = years.map(
  (year, index) =>
    `Date: ${(index % 28) + 1} Jul ${year} 22:15:00 -0700\r\nSubject: Of ${year}\r\nMessage-ID: <${year}@example.org>\r\n\r\nText\r\n`,
);

const namesOf = (folder: string) =>
  messageFilesIn(folder).map(({ path }) => path.split('/').at(-1));

describe('twenty years of mail that were appended today', () => {
  test('are named by when they were written; what arrived when stays the file’s time', async () => {
    const messages = letters.map(bytes => ({ bytes, internalDate: today }));
    const { run, folder } = await scriptedAccount({ mailboxes: [{ name: 'INBOX', messages }] });
    await run();
    expect(messageFilesIn(folder)).toHaveLength(20);
    expect(statSync(fileOf(folder, 'MSG_INBOX_1.txt')).mtimeMs).toBe(today.getTime());
    if (existsSync(join(folder, 'MSG_INBOX_1.txt'))) return;
    const expected = years.map((year, index) => {
      const day = String((index % 28) + 1).padStart(2, '0');
      return `${year}-07-${day} 2215 Of ${year} [${index + 1}].eml`;
    });
    expect(namesOf(folder).sort()).toEqual(expected);
    expect((await run()).stored).toBe(0);
    expect(namesOf(folder).sort()).toEqual(expected);
  });

  test('keep their names when the server renumbers them', async () => {
    const messages = letters.map(bytes => ({ bytes, internalDate: today }));
    const account = await scriptedAccount({ mailboxes: [{ name: 'INBOX', messages }] });
    await account.run();
    const before = namesOf(account.folder);
    account.server.mailbox('INBOX').rebuild(99, uid => uid + 1000);
    const result = await account.run();
    expect(result).toMatchObject({ stored: 0, renamed: 20 });
    const renumbered = before.map(name =>
      name?.replace(/(?<=[[_])(\d+)(?=[\].][^[\]]*$)/, uid => String(Number(uid) + 1000)),
    );
    expect(namesOf(account.folder).sort()).toEqual(renumbered.sort());
  });
});
