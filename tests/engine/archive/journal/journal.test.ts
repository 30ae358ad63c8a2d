import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { atOnce } from '../../../../electron/engine/archive/disk/turns.ts';
import { Journal } from '../../../../electron/engine/archive/journal/journal.ts';
import type { JournalRecord } from '../../../../electron/engine/archive/journal/journal-record.ts';
import { MailboxIndex } from '../../../../electron/engine/archive/journal/mailbox-index.ts';
import { temporaryFolder } from '../temporary-archive.ts';

const sha256 = Buffer.alloc(32, 7).toString('base64url');

function stored(uid: number): JournalRecord {
  const message = { uid, size: 200, sha256, internalDate: 1_709_284_350_000, flags: '\\Seen' };
  return { type: 'stored', kind: 'full', message };
}

const links: JournalRecord = {
  type: 'links',
  target: { mailbox: 'All', delimiter: null, uidValidity: 7 },
  uids: [
    [4, 40],
    [5, 50],
  ],
};

const everyRecord: JournalRecord[] = [
  { type: 'uid-validity', value: 5, restart: false },
  { type: 'uid-validity', value: 6, restart: true },
  stored(1),
  { type: 'stored', kind: 'header', message: { uid: 2, size: 9, flags: '', name: 'ü [2].eml' } },
  { type: 'removed', kind: 'header', uid: 2 },
  { type: 'altered', kind: 'full', uid: 1 },
  { type: 'flags', uid: 1, flags: '\\Seen $Label' },
  { type: 'gone', uids: [1, 2] },
  { type: 'quarantined', uid: 3, reason: 'NIL', path: null },
  links,
  {
    type: 'identities',
    identities: [
      [1, { id: 'gmail:1278455344230334865', labels: ['\\Inbox', 'größer'] }],
      [2, { id: 'emailid:M2' }],
    ],
  },
];

function newJournal() {
  const path = join(temporaryFolder(), 'INBOX.jsonl');
  return { path, journal: new Journal(path, 'INBOX') };
}

function replayed(journal: Journal) {
  const records: JournalRecord[] = [];
  const result = atOnce(journal.replay(record => records.push(record)));
  return { records: records.filter(record => record.type !== 'mailbox'), ...result };
}

test('every record comes back as it was', () => {
  const { journal } = newJournal();
  journal.append(everyRecord.slice(0, 3));
  journal.append(everyRecord.slice(3));
  expect(replayed(journal)).toEqual({ records: everyRecord, lines: 12, damaged: 0 });
});

test('a message costs at most 110 bytes, so that a million fit into about 100 MB', () => {
  const { path, journal } = newJournal();
  journal.append([stored(4294967295)]);
  expect(statSync(path).size).toBeLessThanOrEqual(110 + '{"mailbox":"INBOX"}\n'.length);
});

describe('cut in the middle of a record', () => {
  test('at every byte: what stands before survives and new records follow cleanly', () => {
    const { path, journal } = newJournal();
    journal.append([stored(1), stored(2)]);
    const whole = readFileSync(path);
    const lastLine = whole.lastIndexOf(10, whole.length - 2) + 1;
    for (let cut = lastLine; cut < whole.length; cut++) {
      writeFileSync(path, whole.subarray(0, cut));
      expect(replayed(journal).records).toEqual([stored(1)]);
      journal.append([stored(3)]);
      expect(replayed(journal)).toMatchObject({ records: [stored(1), stored(3)], damaged: 0 });
    }
  });
});

test.each([
  ['["f",1,200,"short",1,""]'],
  ['["f",-1,200,null,1,""]'],
  ['["f",1,200,null,"x",""]'],
  ['["gone",[1,"x"]]'],
  ['["x","q",1]'],
  ['["links",["All",7,0],[[4,40]]]'],
  ['["links",["All",7,"/"],[[4]]]'],
  ['["identities",[[1,2]]]'],
  ['["identities",[[1,"gmail:1",[2]]]]'],
  ['\0\0\0\0\0\0'],
  ['{"uidValidity":"5"}'],
  ['null'],
])('a damaged line %j is left out and counted', line => {
  const { path, journal } = newJournal();
  journal.append([stored(1)]);
  appendFileSync(path, `${line}\n`);
  journal.append([stored(2)]);
  expect(replayed(journal)).toEqual({ records: [stored(1), stored(2)], lines: 4, damaged: 1 });
});

test('rewriting says the same in fewer lines', () => {
  const { journal } = newJournal();
  journal.append([{ type: 'uid-validity', value: 6, restart: false }, stored(1), stored(2)]);
  for (let round = 0; round < 50; round++) {
    journal.append([{ type: 'flags', uid: 1, flags: `$${round}` }, stored(2)]);
  }
  journal.append([
    { type: 'gone', uids: [1] },
    { type: 'quarantined', uid: 3, reason: 'NIL', path: null },
    links,
    { type: 'identities', identities: [[1, { id: 'emailid:M1' }]] },
    { ...links, uids: [[6, 60]] },
    { type: 'identities', identities: [[2, { id: 'emailid:M2' }]] },
  ]);
  const before = new MailboxIndex();
  atOnce(journal.replay(record => before.apply(record)));
  journal.rewrite(before.records());
  const after = new MailboxIndex();
  expect(atOnce(journal.replay(record => after.apply(record))).lines).toBe(8);
  expect([...after.records()]).toEqual([...before.records()]);
  expect(after.of('full').get(1)?.flags).toBe('$49');
});

test('links and identities are of one numbering', () => {
  const index = new MailboxIndex();
  const replay = (...records: JournalRecord[]) => {
    for (const record of records) index.apply(record);
  };
  replay({ type: 'uid-validity', value: 6, restart: false }, links);
  replay({ type: 'uid-validity', value: 6, restart: false });
  expect(index.elsewhere.links.size).toBe(2);
  replay({ type: 'uid-validity', value: 7, restart: false });
  expect(index.elsewhere.links.size).toBe(0);
  replay(links, { type: 'uid-validity', value: 7, restart: true });
  expect(index.elsewhere.links.size).toBe(0);
});
