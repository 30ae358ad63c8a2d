import { hash } from 'node:crypto';
import { lstatSync, renameSync, rmSync, type Stats } from 'node:fs';
import { join, sep } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { syncFolderBeside } from '../disk/atomic-file.ts';
import { readWhole } from '../disk/guarded-files.ts';
import { appendRecordsBeside } from '../journal/journal.ts';
import type { StoredMessage } from '../journal/message-table.ts';
import type { MessageKind } from '../layout/kind.ts';
import { temporaryPath } from './group-writer.ts';
import { setAside } from './superseded.ts';
import type { SyncedFile } from './synced-file.ts';

/** About a millisecond, so that what arrives in the meantime is read on. */
const namesAtOnce = 32;

/** Where the messages of one mailbox and kind go; absolute paths. */
export interface CommitTarget {
  readonly archive: string;
  readonly mailbox: string;
  readonly kind: MessageKind;
  readonly folder: string;
  readonly journal: string;
  /** Of the temporary files, see {@link temporaryPath}. */
  readonly prefix: string;
  /** Where a file goes whose name a message needs that holds other bytes. */
  readonly superseded: string;
  /** Whether the journal must keep file names. */
  readonly keepsNames: boolean;
}

/** What is known of a message beside its bytes. */
export interface MessageMeta {
  readonly uid: number;
  readonly internalDate?: number;
  readonly flags: string;
  /** The final file name. */
  readonly name: string;
  /** A damaged file of the same message under another name. */
  readonly replaces?: string;
  /** As a POP3 server names and announces it. */
  readonly uidl?: string;
  readonly announced?: number;
}

export interface DurableMessage extends SyncedFile {
  readonly meta: MessageMeta;
}

/**
 * Gives durable temporary files their names, syncs the folder and journals the messages. Whatever it
 * returns is stored. Beside the thread that writes, because names in a folder cost as much as files.
 */
export async function commitGroup(
  target: CommitTarget,
  group: readonly DurableMessage[],
): Promise<StoredMessage[]> {
  try {
    for (const [index, message] of group.entries()) {
      if (index % namesAtOnce === 0) await turn();
      giveName(target, message);
    }
    await syncFolderBeside(target.folder);
    const messages = group.map(message => stored(target, message));
    const records = messages.map(
      message => ({ type: 'stored', kind: target.kind, message }) as const,
    );
    await appendRecordsBeside(target.journal, target.mailbox, records);
    return messages;
  } catch (error) {
    dropGroup(target, group);
    throw error;
  }
}

/** Takes away what will not be stored; those that have their names already stay. */
export function dropGroup({ prefix }: CommitTarget, group: readonly SyncedFile[]): void {
  for (const { id } of group) rmSync(temporaryPath(prefix, id), { force: true });
}

function giveName(target: CommitTarget, { id, meta, size, sha256 }: DurableMessage): void {
  const { archive, folder, prefix, superseded } = target;
  const path = folder + sep + meta.name;
  if (meta.replaces !== undefined && meta.replaces !== meta.name) {
    setAside(archive, join(folder, meta.replaces), superseded);
  }
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (there !== undefined && !holds(path, there, size, sha256)) setAside(archive, path, superseded);
  renameSync(temporaryPath(prefix, id), path);
}

function stored({ keepsNames }: CommitTarget, message: DurableMessage): StoredMessage {
  const { size, sha256, meta } = message;
  const { uid, internalDate, flags, name, uidl, announced } = meta;
  return {
    uid,
    size,
    sha256,
    flags,
    ...(internalDate !== undefined && { internalDate }),
    ...(keepsNames && { name }),
    ...(uidl !== undefined && { uidl }),
    ...(announced !== undefined && announced !== size && { announced }),
  };
}

function holds(path: string, stat: Stats, size: number, sha256: string): boolean {
  if (!stat.isFile() || stat.size !== size) return false;
  return hash('sha256', readWhole(path), 'base64url') === sha256;
}
