import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'vitest';
import type { Archive } from '../../../electron/engine/archive/archive.ts';
import { withMessage } from '../../../electron/engine/mail/message-file.ts';
import { mailboxName } from '../../../electron/engine/mailbox-name.ts';
import type {
  Reading,
  ReadsAttachments,
} from '../../../electron/engine/search/attachments/reading.ts';
import { IndexStore } from '../../../electron/engine/search/index-store.ts';
import { messageText } from '../../../electron/engine/search/message-text.ts';
import { extensionNow, layoutNow, test } from '../../both-layouts.ts';
import { renumber } from '../archive/renumber/renumber.ts';
import { run, someDate, store, temporaryFolder } from '../catalog/an-archive.ts';
import { searchOf } from './an-index.ts';

const day = 24 * 60 * 60 * 1000;
const inbox = mailboxName('INBOX', '/');
const letters = ['otter', 'heron', 'badger'].map((animal, index) => ({
  uid: index + 1,
  subject: `Letter ${index + 1}`,
  date: someDate + index * day,
  body: `\r\nThe ${animal} was seen again.`,
}));

async function change(folder: string, work: (archive: Archive) => Promise<void>): Promise<void> {
  await run(folder, work, { layout: layoutNow(), extension: extensionNow() });
}

async function anArchive(): Promise<string> {
  const folder = temporaryFolder();
  await change(folder, async archive => {
    const mailbox = await archive.mailbox(inbox);
    await mailbox.setUidValidity(7);
    await store(mailbox, letters);
  });
  return folder;
}

function indexFile(folder: string): string {
  const own = join(folder, '.mailstow');
  const names = readdirSync(own).filter(name => /^search-.*\.sqlite$/.test(name));
  expect(names).toHaveLength(1);
  return join(own, names[0] ?? '');
}

/** How many messages were ever read for the index. */
function read(folder: string): number {
  const database = new DatabaseSync(indexFile(folder));
  const row = database.prepare('SELECT max(id) AS last, count(*) AS kept FROM documents').get();
  database.close();
  expect(row?.kept).toBeLessThanOrEqual(Number(row?.last));
  return Number(row?.last);
}

test('messages that were renumbered are found, and not read again', async () => {
  const folder = await anArchive();
  const search = searchOf(folder);
  await search.catchUp();
  await change(folder, async archive => {
    const mailbox = await archive.mailbox(inbox);
    // The second is gone: it goes out of sight, and out of the index.
    await renumber(mailbox, 8, [
      { kind: 'full', from: 1, to: 11 },
      { kind: 'full', from: 3, to: 13 },
    ]);
  });
  await search.catchUp();
  const { rows } = await search.find('seen');
  expect(rows.map(row => [row.uid, row.subject])).toEqual([
    [13, 'Letter 3'],
    [11, 'Letter 1'],
  ]);
  expect(rows[0]?.snippet.text).toContain('badger');
  expect(await search.subjects('heron')).toEqual([]);
  expect(read(folder)).toBe(3);
});

test('a message that stands in two mailboxes is found once, and in both', async () => {
  const folder = temporaryFolder();
  await change(folder, async archive => {
    const all = await archive.mailbox(mailboxName('All', '/'));
    await all.setUidValidity(9);
    await store(all, letters);
    const mailbox = await archive.mailbox(inbox);
    await mailbox.setUidValidity(7);
    mailbox.links.add(all, new Map([[1, 2]]));
  });
  const search = searchOf(folder);
  await search.catchUp();
  expect(await search.subjects('heron')).toEqual(['Letter 2']);
  expect(await search.subjects('heron in:inbox')).toEqual(['Letter 2']);
  expect(await search.subjects('seen in:inbox')).toEqual(['Letter 2']);
  expect(await search.subjects('seen', { mailbox: 'INBOX' })).toEqual(['Letter 2']);
  expect(await search.subjects('seen -in:inbox')).toEqual(['Letter 3', 'Letter 1']);
  expect(await search.subjects('in:all')).toHaveLength(3);
  expect(read(folder)).toBe(3);
});

test('the whole message is found once it takes the place of its header', async () => {
  const folder = temporaryFolder();
  const search = searchOf(folder);
  const header = { uid: 1, subject: 'Letter 1', kind: 'header' as const, body: '\r\n' };
  await change(folder, async archive => store(await archive.mailbox(inbox), [header]));
  await search.catchUp();
  expect(await search.subjects('letter')).toEqual(['Letter 1']);
  expect(await search.subjects('otter')).toEqual([]);
  await change(folder, async archive => store(await archive.mailbox(inbox), letters.slice(0, 1)));
  await search.catchUp();
  expect(await search.subjects('otter')).toEqual(['Letter 1']);
  expect(await search.subjects('letter')).toEqual(['Letter 1']);
});

test('a catalog that was made again finds the index as it was', async () => {
  const folder = await anArchive();
  const before = searchOf(folder);
  await before.catchUp();
  await before.index.close();
  await before.catalog.close();
  for (const ending of ['', '-wal', '-shm']) {
    rmSync(join(folder, `.mailstow/catalog.sqlite${ending}`), { force: true });
  }
  const search = searchOf(folder);
  await search.catchUp();
  expect(await search.subjects('badger')).toEqual(['Letter 3']);
  expect(read(folder)).toBe(3);
});

test('a damaged index is made again', async () => {
  const folder = await anArchive();
  const before = searchOf(folder);
  await before.catchUp();
  await before.index.close();
  const file = indexFile(folder);
  writeFileSync(file, Buffer.alloc(statSync(file).size, 'damaged '));
  const search = searchOf(folder);
  expect((await search.find('badger')).rows).toEqual([]);
  await search.catchUp();
  expect(await search.subjects('badger')).toEqual(['Letter 3']);
  expect(indexFile(folder)).not.toBe(file);
});

test('an index of other contents answers until its successor is whole', async () => {
  const folder = await anArchive();
  const before = searchOf(folder);
  await before.catchUp();
  await before.index.close();
  const file = indexFile(folder);
  const earlier = file.replace(/search-(\d+)-\d+-/, 'search-$1-0-');
  writeFileSync(earlier, readFileSync(file));
  rmSync(file);
  const search = searchOf(folder);
  expect(await search.subjects('badger')).toEqual(['Letter 3']);
  await search.catchUp();
  expect(await search.subjects('badger')).toEqual(['Letter 3']);
  expect(indexFile(folder)).not.toBe(earlier);
});

test('two at once index each message once', async () => {
  const folder = await anArchive();
  const [one, other] = [searchOf(folder), searchOf(folder)];
  await one.catalog.catchUp();
  await Promise.all([one.index.catchUp(false), other.index.catchUp(false)]);
  expect(await one.subjects('seen')).toHaveLength(3);
  expect(read(folder)).toBe(3);
});

test('an archive that may only be read has its index among the person’s data', async () => {
  const folder = await anArchive();
  const spare = temporaryFolder();
  const format = join(folder, '.mailstow/format.json');
  const made = JSON.parse(readFileSync(format, 'utf8'));
  writeFileSync(format, JSON.stringify({ ...made, version: 99 }));
  const before = readdirSync(join(folder, '.mailstow')).sort();
  const search = searchOf(folder, undefined, spare);
  await search.catchUp();
  expect(await search.subjects('badger')).toEqual(['Letter 3']);
  expect(readdirSync(join(folder, '.mailstow')).sort()).toEqual(before);
  const [place = ''] = readdirSync(spare);
  expect(readdirSync(join(spare, place)).some(name => name.startsWith('search-'))).toBe(true);
});

test('“Delete search index” leaves nothing, and the next look makes another', async () => {
  const folder = await anArchive();
  const search = searchOf(folder);
  await search.catchUp();
  await search.index.remove();
  const left = readdirSync(join(folder, '.mailstow')).filter(name => name.startsWith('search-'));
  expect(left).toEqual([]);
  await search.catchUp();
  expect(await search.subjects('badger')).toEqual(['Letter 3']);
});

test('a text is read up to a million characters, and the rest is noted', async () => {
  const path = join(temporaryFolder(), 'long.eml');
  const filler = 'filler words of no interest '.repeat(40_000);
  writeFileSync(path, `Subject: Long\r\n\r\nfirstword ${filler} lastword`);
  const { bodies, isCut } = await withMessage(path, file => messageText(file, false));
  expect(isCut).toBe(true);
  expect(bodies.map(body => body.length)).toEqual([1_000_000]);
  expect(bodies[0]?.startsWith('firstword')).toBe(true);
});

test('what could not be read is told, and tried again by another version of the reader alone', async () => {
  const folder = temporaryFolder();
  const parts = ['a.pdf', 'b.png'].flatMap(name => [
    '--x',
    `Content-Disposition: attachment; filename=${name}`,
    `Content-Type: application/octet-stream`,
    '',
    'bytes',
  ]);
  const body = ['Content-Type: multipart/mixed; boundary=x', '', ...parts, '--x--', ''].join(
    '\r\n',
  );
  await change(folder, async archive =>
    store(await archive.mailbox(inbox), [{ uid: 1, subject: 'Files', body }]),
  );
  const asked: string[] = [];
  const reader = (version: number, reading: Reading): ReadsAttachments => ({
    version,
    read: async ({ name }) => {
      asked.push(`${name} ${version}`);
      return reading;
    },
  });
  const encrypted = reader(1, { unread: 'encrypted' });
  const search = searchOf(folder);
  await search.catalog.catchUp();
  const index = async (each: ReadsAttachments) => {
    const options = { folder, spare: undefined, reader: each, onChange: () => undefined };
    await new IndexStore(options).catchUp(false);
  };
  for (const each of [encrypted, encrypted]) {
    await index(each);
    expect(await search.index.unreadable(10)).toMatchObject({
      total: 1,
      rows: [{ subject: 'Files', name: 'a.pdf', reason: 'encrypted' }],
    });
    expect(await search.subjects('type:pdf')).toEqual(['Files']);
  }
  expect(asked).toEqual(['a.pdf 1']);
  await index(reader(2, { text: 'the word wolverine', cut: false }));
  const { rows } = await search.find('wolverine');
  expect(rows.map(row => [row.snippet, row.where])).toEqual([
    [{ text: 'the word wolverine', marks: [[9, 18]], attachment: 'a.pdf' }, ['attachment']],
  ]);
  expect(await search.subjects('"the word wolverine"')).toEqual(['Files']);
  expect((await search.index.unreadable(10)).total).toBe(0);
  expect(asked).toEqual(['a.pdf 1', 'a.pdf 2']);
});
