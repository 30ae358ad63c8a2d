import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import type { MailboxArchive } from '../../../electron/engine/archive/mailbox-archive.ts';
import {
  indexFor,
  SortIndexes,
  sortColumns,
} from '../../../electron/engine/catalog/sort-indexes.ts';
import { mailboxName } from '../../../electron/engine/mailbox-name.ts';
import type { SortKey } from '../../../shared/model/library.ts';
import { generateMessage, presets } from '../../fixtures/mail/corpus.ts';
import { catalogOf, rowsOf, run, temporaryFolder } from './an-archive.ts';

const sorts = Object.keys(sortColumns) as SortKey[];
const all = [undefined, 'INBOX'].flatMap(mailbox => sorts.map(sort => indexFor(sort, mailbox)));
const alwaysThere = ['all_by_date', 'mailbox_by_date'];

function indexesOf(folder: string): string[] {
  const database = new DatabaseSync(join(folder, '.mailstow/catalog.sqlite'), { readOnly: true });
  const indexes = new SortIndexes(database);
  const found = all.filter(name => indexes.has(name)).sort();
  database.close();
  return found;
}

async function storeGenerated(mailbox: MailboxArchive, from: number, to: number): Promise<void> {
  const writer = mailbox.writer('full', () => undefined);
  for (let uid = from; uid < to; uid += 1) {
    const bytes = generateMessage(uid, presets.S);
    const memory = writer.open(bytes.length);
    if (!Buffer.isBuffer(memory)) throw new Error('A small message is kept in memory.');
    bytes.copy(memory);
    const meta = { uid, flags: ['\\Seen'], internalDate: uid * 1_000_000 };
    writer.store(meta, { kind: 'memory', bytes: memory });
    await writer.ready();
  }
  await writer.close();
}

/** Stores messages of the corpus as a run does. */
const add = (folder: string, from: number, to: number) =>
  run(folder, async archive =>
    storeGenerated(await archive.mailbox(mailboxName('INBOX', '/')), from, to),
  );

describe('the indexes for sorting', () => {
  test('wait until a large part is listed, and stay while little is added', async () => {
    const folder = temporaryFolder();
    const catalog = catalogOf(folder);
    await add(folder, 1, 401);
    await catalog.catchUp();
    expect(indexesOf(folder)).toEqual(alwaysThere);
    const unsorted = await rowsOf(catalog, { sort: 'subject' });
    await catalog.catchUp();
    expect(indexesOf(folder)).toEqual(all.toSorted());
    expect(await rowsOf(catalog, { sort: 'subject' })).toEqual(unsorted);
    await add(folder, 401, 411);
    await catalog.catchUp();
    expect(indexesOf(folder)).toEqual(all.toSorted());
    await add(folder, 411, 461);
    await catalog.catchUp();
    expect(indexesOf(folder)).toEqual(alwaysThere);
    expect(await rowsOf(catalog)).toHaveLength(460);
  });

  test('and all the rest take at most 1.5 KB a message', async () => {
    const folder = temporaryFolder();
    const catalog = catalogOf(folder);
    const count = 1_500;
    await add(folder, 1, count + 1);
    await catalog.catchUp();
    await catalog.catchUp();
    expect(indexesOf(folder)).toEqual(all.toSorted());
    await catalog.close();
    const database = new DatabaseSync(join(folder, '.mailstow/catalog.sqlite'));
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    database.close();
    const { size } = statSync(join(folder, '.mailstow/catalog.sqlite'));
    expect(size / count).toBeLessThan(1_500);
  });
});
