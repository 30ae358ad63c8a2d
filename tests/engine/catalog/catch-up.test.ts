import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { ArchiveReader } from '../../../electron/engine/archive/archive-reader.ts';
import { MailboxReader } from '../../../electron/engine/archive/mailbox-reader.ts';
import { CatchUp } from '../../../electron/engine/catalog/catch-up.ts';
import { openDatabase } from '../../../electron/engine/catalog/database.ts';
import { Queries } from '../../../electron/engine/catalog/queries.ts';
import { SortIndexes } from '../../../electron/engine/catalog/sort-indexes.ts';
import { temporaryFolder } from './an-archive.ts';

test.each([
  ['flat', (uid: number) => `MSG_INBOX_${uid}.txt`],
  ['folders', (uid: number) => `INBOX/2024-03-01 0912 Hello [${uid}].eml`],
])(
  'files without a journal are listed a portion at a time, in the %s layout',
  async (_layout, nameOf) => {
    const messages = 2_500;
    const folder = temporaryFolder();
    writeFileSync(join(folder, '.uidvalidity'), 'INBOX=7\n');
    for (const own of ['.mailstow', 'INBOX']) mkdirSync(join(folder, own));
    for (let uid = 1; uid <= messages; uid++) {
      writeFileSync(join(folder, nameOf(uid)), `Subject: ${uid}\r\n\r\n`);
    }
    const made = vi.spyOn(MailboxReader.prototype, 'record');
    onTestFinished(() => made.mockRestore());
    const madeAtChange: number[] = [];
    const database = openDatabase(folder);
    onTestFinished(() => database.close());
    const indexes = new SortIndexes(database);
    const onChange = () => madeAtChange.push(made.mock.calls.length);
    const options = { isFirst: true, onChange };
    await new CatchUp(database, indexes, new ArchiveReader(folder), options).run();
    expect(madeAtChange).toEqual([2_000, messages]);
    const listed = new Queries(database, indexes).mailboxes();
    expect(listed).toEqual([{ name: 'INBOX', messages, unread: 0 }]);
  },
);
