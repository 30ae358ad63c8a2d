import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { mailboxName } from '../../../electron/engine/mailbox-name.ts';
import { AttachmentReader } from '../../../electron/engine/search/attachments/attachment-reader.ts';
import { nodeDoor } from '../../../electron/engine/search/attachments/node-door.ts';
import { extensionNow, layoutNow, test } from '../../both-layouts.ts';
import { run, type Stored, someDate, store, temporaryFolder } from '../catalog/an-archive.ts';
import { searchOf } from './an-index.ts';

const day = 24 * 60 * 60 * 1000;
const inbox = mailboxName('INBOX', '/');

const letters = [
  {
    uid: 1,
    subject: 'Rechnung März',
    from: 'Łukasz Øre <lukasz@example.org>',
    body: '\r\nDie Straße ist lang und der Weinberg schön.',
    date: someDate,
  },
  {
    uid: 2,
    subject: 'Quartalsbericht',
    from: 'Anna Novák <anna@firma.example>',
    body: '\r\nthe quick brown fox jumps over vineyards',
    date: someDate + day,
    flags: [],
  },
  {
    uid: 3,
    subject: 'こんにちは',
    from: 'Tanaka <tanaka@example.jp>',
    body: 'Content-Type: text/plain; charset=utf-8\r\n\r\n東京都庁の会議に行きます',
    date: someDate + 2 * day,
    flags: ['\\Flagged', '\\Seen', 'Work'],
  },
  {
    uid: 4,
    subject: 'html',
    from: 'News <news@example.com>',
    body: 'Content-Type: text/html; charset=utf-8\r\n\r\n<p>fox brown, <b>quick</b>ly&nbsp;caf&eacute;</p><style>hidden{}</style>',
    date: someDate + 3 * day,
  },
];

async function anArchive(stored: readonly Stored[] = letters): Promise<string> {
  const folder = temporaryFolder();
  await run(
    folder,
    async archive => {
      const mailbox = await archive.mailbox(inbox);
      await mailbox.setUidValidity(7);
      await store(mailbox, stored);
    },
    { layout: layoutNow(), extension: extensionNow() },
  );
  return folder;
}

test('words of all fields are found, folded, by their beginnings', async () => {
  const search = searchOf(await anArchive());
  await search.catchUp();
  expect(await search.subjects('strasse')).toEqual(['Rechnung März']);
  expect(await search.subjects('vine')).toEqual(['Quartalsbericht']);
  expect(await search.subjects('lukasz ore marz')).toEqual(['Rechnung März']);
  expect(await search.subjects('bericht')).toEqual(['Quartalsbericht']);
  expect(await search.subjects('ineyards')).toEqual([]);
  expect(await search.subjects('brown')).toEqual(['html', 'Quartalsbericht']);
  expect(await search.subjects('"quick brown"')).toEqual(['Quartalsbericht']);
  expect(await search.subjects('"brown quick"')).toEqual([]);
  expect(await search.subjects('"fox brown quickly"')).toEqual(['html']);
  expect(await search.subjects('fox -"quick brown"')).toEqual(['html']);
  expect(await search.subjects('cafe')).toEqual(['html']);
  expect(await search.subjects('hidden')).toEqual([]);
  expect(await search.subjects('都庁')).toEqual(['こんにちは']);
  expect(await search.subjects('東京都庁')).toEqual(['こんにちは']);
  expect(await search.subjects('京東')).toEqual([]);
  expect(await search.subjects('庁')).toEqual(['こんにちは']);
  expect(await search.subjects('にち')).toEqual(['こんにちは']);
  expect(await search.subjects('from:anna')).toEqual(['Quartalsbericht']);
  expect(await search.subjects('from:"ovak"')).toEqual([]);
  expect(await search.subjects('from:ovak')).toEqual(['Quartalsbericht']);
  expect(await search.subjects('subject:rech or subject:html')).toEqual(['html', 'Rechnung März']);
  expect(await search.subjects('is:unread')).toEqual(['Quartalsbericht']);
  expect(await search.subjects('is:flagged')).toEqual(['こんにちは']);
  expect(await search.subjects('label:work')).toEqual(['こんにちは']);
  expect(await search.subjects('in:inbox -fox')).toEqual(['こんにちは', 'Rechnung März']);
  expect(await search.subjects('fox or is:flagged')).toEqual([
    'html',
    'こんにちは',
    'Quartalsbericht',
  ]);
  expect(await search.subjects('')).toHaveLength(4);
  const { rows } = await search.find('quick');
  expect(rows.map(row => row.snippet)).toEqual([
    { text: 'fox brown, quickly café', marks: [[11, 18]] },
    { text: 'the quick brown fox jumps over vineyards', marks: [[4, 9]] },
  ]);
});

test('what a message wraps in its signature is found, its files too', async () => {
  const folder = join(import.meta.dirname, '../../fixtures/mail/protected');
  const wrapped = ['opaque', 'opaque-in-pieces', 'nested'].map((name, index) => ({
    uid: index + 1,
    bytes: readFileSync(join(folder, `${name}.eml`)),
  }));
  const reader = new AttachmentReader(nodeDoor());
  onTestFinished(() => reader.close());
  const search = searchOf(await anArchive(wrapped), reader);
  await search.catchUp();
  for (const words of ['"meeting is on Friday"', 'filename:plan', 'room']) {
    expect((await search.find(words)).total, words).toBe(3);
  }
  const [row] = (await search.find('meeting')).rows;
  expect(row?.snippet.text).toContain('The meeting is on Friday.');
  const [inside] = (await search.find('room')).rows;
  expect(inside?.snippet.attachment).toBe('plan.csv');
});
