import { hash } from 'node:crypto';
import { mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { appendRecords } from '../../../../electron/engine/archive/journal/journal.ts';
import type { JournalRecord } from '../../../../electron/engine/archive/journal/journal-record.ts';
import type { JournalPosition } from '../../../../electron/engine/archive/journal/journal-tail.ts';
import { FlatLayout } from '../../../../electron/engine/archive/layout/layout-flat.ts';
import {
  type MailboxPlace,
  placeMailbox,
} from '../../../../electron/engine/archive/layout/mailbox-paths.ts';
import { NameRegistry } from '../../../../electron/engine/archive/layout/name-registry.ts';
import { lookOn } from '../../../../electron/engine/archive/unchanged/spot-check.ts';
import { mailboxName } from '../../../../electron/engine/mailbox-name.ts';
import { bytesOf, temporaryFolder } from '../temporary-archive.ts';

/** So many that their journal is read in several pieces. */
const uids = Array.from({ length: 1_500 }, (_, index) => index + 1);
const last = uids.length;

/** Far fewer than there are: each turn looks at one piece of the journal. */
const few = 1;

function stored(): MailboxPlace {
  const folder = temporaryFolder();
  const own = join(folder, '.mailstow');
  mkdirSync(join(own, 'journal'), { recursive: true });
  const names = new NameRegistry(join(own, 'names.jsonl'));
  const layout = new FlatLayout(folder, '.txt', names).mailbox(mailboxName('INBOX'));
  const place = placeMailbox(folder, own, 'INBOX', layout, '0');
  for (const uid of uids) writeFileSync(fileOf(place, uid), bytesOf(uid));
  appendRecords(place.journal, 'INBOX', uids.map(recordOf));
  return place;
}

function recordOf(uid: number): JournalRecord {
  const bytes = bytesOf(uid);
  const sha256 = hash('sha256', bytes, 'base64url');
  return { type: 'stored', kind: 'full', message: { uid, size: bytes.length, sha256, flags: '' } };
}

const fileOf = (place: MailboxPlace, uid: number) => join(place.folder, `MSG_INBOX_${uid}.txt`);

/** Turns from the first one on, until one ends at the end or with a file that is not as it was stored. */
function turns(place: MailboxPlace, limit: number, between = (_turn: number) => {}) {
  let from: JournalPosition | undefined;
  for (let turn = 1; turn <= uids.length; turn += 1) {
    const looked = lookOn(place, from, limit);
    if (looked === false || looked.next === undefined) return { turn, isWhole: looked !== false };
    from = looked.next;
    between(turn);
  }
  throw new Error('The turns come to no end');
}

test('looks at everything at once where that is not much', () => {
  const place = stored();
  expect(lookOn(place, undefined)).toEqual({ next: undefined });
  truncateSync(fileOf(place, last), 10);
  expect(lookOn(place, undefined)).toBe(false);
});

test('takes turns where there is more', () => {
  const place = stored();
  const { turn, isWhole } = turns(place, few);
  expect(isWhole).toBe(true);
  expect(turn).toBeGreaterThan(2);
});

test('goes on to the end of what it may look at', () => {
  const place = stored();
  expect(turns(place, last).turn).toBe(1);
  expect(turns(place, last / 2).turn).toBe(2);
});

test.each([
  ['cut', (path: string) => truncateSync(path, 10)],
  ['deleted', (path: string) => rmSync(path)],
])('a file of a late turn that is %s is found by that turn and none before', (_what, harm) => {
  const place = stored();
  const { turn: lastTurn } = turns(place, few);
  harm(fileOf(place, last));
  expect(turns(place, few)).toEqual({ turn: lastTurn, isWhole: false });
});

test('a file behind the place where it looks is found after the end', () => {
  const place = stored();
  const damage = (turn: number) => turn === 1 && truncateSync(fileOf(place, 1), 10);
  expect(turns(place, few, damage).isWhole).toBe(true);
  expect(lookOn(place, undefined, few)).toBe(false);
});

test('a position of another journal is not gone on from', () => {
  const place = stored();
  const looked = lookOn(place, undefined, few);
  const next = looked === false ? undefined : looked.next;
  expect(next).toBeDefined();
  expect(lookOn(place, next && { ...next, mark: `0 ${next.mark}` }, few)).toBe(false);
});

test('no journal is nothing that anything was stored by', () => {
  const place = stored();
  rmSync(place.journal);
  expect(lookOn(place, undefined)).toBe(false);
});
