import { hash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { sep } from 'node:path';
import { readWhole } from './disk/guarded-files.ts';
import type { MailboxIndex } from './journal/mailbox-index.ts';
import type { StoredIndex, StoredMessage } from './journal/message-table.ts';
import type { FoundFile, MailboxLayout } from './layout/layout.ts';

/** Bytes of adopted files that are hashed at once; beyond that `verify` does it, so that opening stays quick. */
const adoptionBytes = 64 * 1024 * 1024;

/**
 * How closely files are looked at: at the size of each, or, where anyone who asks reads them anyway, only of
 * those whose names the journal does not know; then no file is marked as there but those.
 */
export type Look = 'sizes' | 'names';

/** What a look at a mailbox's folder found. */
export interface Inventory {
  /** How many files were adopted. */
  readonly adopted: number;
  /** Their size differs from the journal's, a check found them altered, or they are empty and the journal does not know them. */
  readonly damaged: readonly FoundFile[];
}

/**
 * Compares the files on disk with the journal: marks in the index which are there with the size the
 * journal knows, and adopts those that the journal does not know, marked as such. A step for each file.
 * @param folder the mailbox's folder, absolute
 * @param bytesToHash bytes of adopted files that are hashed at most
 */
export function* takeInventory(
  folder: string,
  layout: MailboxLayout,
  index: MailboxIndex,
  bytesToHash = adoptionBytes,
  look: Look = 'sizes',
): Generator<void, Inventory, undefined> {
  let adopted = 0;
  const damaged: FoundFile[] = [];
  let hashable = bytesToHash;
  for (const file of layout.files()) {
    yield;
    const { kind, uid, name } = file;
    const stored = index.of(kind);
    if (look === 'names' && isNamed(layout, stored, uid, name)) continue;
    const path = folder + sep + name;
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (stat === undefined || !stat.isFile() || stored.isPresent(uid)) continue;
    const size = stored.sizeOf(uid);
    const isWhole =
      size === undefined ? stat.size > 0 : stat.size === size && !stored.isAltered(uid);
    if (!isWhole) {
      damaged.push(file);
      continue;
    }
    if (size === undefined) {
      const sha256 =
        stat.size <= hashable ? hash('sha256', readWhole(path), 'base64url') : undefined;
      hashable -= stat.size;
      const message: StoredMessage = {
        uid,
        size: stat.size,
        flags: '',
        internalDate: Math.floor(stat.mtimeMs / 1000) * 1000,
        ...(sha256 !== undefined && { sha256 }),
      };
      stored.put(message);
      stored.setAdopted(uid, true);
      adopted += 1;
    }
    if (!layout.derived) stored.setName(uid, name);
    stored.setPresent(uid, true);
  }
  // Another file of the same message may be whole.
  return { adopted, damaged: damaged.filter(({ kind, uid }) => !index.of(kind).isPresent(uid)) };
}

function isNamed(
  { derived }: MailboxLayout,
  stored: StoredIndex,
  uid: number,
  name: string,
): boolean {
  return derived ? stored.sizeOf(uid) !== undefined : stored.nameOf(uid) === name;
}
