import { createHash } from 'node:crypto';
import { lstatSync, rmdirSync, type Stats, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { defaults } from '../../../../shared/defaults.ts';
import { MailstowError } from '../../errors.ts';
import type { ArchiveReader } from '../archive-reader.ts';
import { makeFoldersIn } from '../disk/atomic-file.ts';
import { errorCode } from '../disk/disk-failure.ts';
import { entriesIn } from '../disk/folder-entries.ts';
import { linkTo } from '../disk/guarded-files.ts';
import { foldComponent } from '../layout/safe-name.ts';
import { LabelPaths, linkNames } from './label-paths.ts';
import { Shelf } from './shelf.ts';

/** In the folder for what is no mailbox. */
export const labelsName = 'Labels';

/** What became of the label folders. */
export interface Linked {
  /** Messages with a label whose link has no place: its name is another file's, or the disk takes no more links. */
  readonly left: number;
  /** The disk has no hard links; nothing more was tried. */
  readonly isUnable: boolean;
}

/**
 * Makes a folder of each label in which every message that has it is a hard link to its file. A link whose message has
 * the label no longer goes: nothing is taken away but second names of files that the archive has elsewhere, too.
 * @param extras the folder for what is no mailbox, absolute; must be there
 * @throws the system's error, MailstowError, or the reason of the signal
 */
export async function linkLabels(
  archive: ArchiveReader,
  extras: string,
  signal: AbortSignal,
): Promise<Linked> {
  const top = join(extras, labelsName);
  makeFoldersIn(archive.folder, [top]);
  const folders = new LabelPaths();
  const wanted = new Wanted();
  let left = 0;
  for await (const { record, labels } of new Shelf(archive, signal).messages(false)) {
    for (const label of labels) {
      const folder = join(top, folders.folderOf(label));
      const outcome = link(archive.folder, record.path, folder, wanted);
      if (outcome === 'unable') return { left, isUnable: true };
      if (outcome === 'left') left += 1;
    }
  }
  removeOthers(archive.folder, top, wanted);
  return { left, isUnable: false };
}

function link(
  archive: string,
  path: string,
  folder: string,
  wanted: Wanted,
): 'linked' | 'left' | 'unable' {
  const file = join(archive, path);
  const stat = lstatSync(file, { throwIfNoEntry: false });
  // It went away in the meantime: the next run sees to it.
  if (!stat?.isFile()) return 'linked';
  try {
    makeFoldersIn(archive, [folder]);
    for (const name of linkNames(folder.slice(archive.length + 1), path)) {
      const second = join(folder, name);
      if (wanted.has(second)) continue;
      const there = lstatSync(second, { throwIfNoEntry: false });
      if (there !== undefined && !isSame(there, stat)) continue;
      if (there === undefined) linkTo(file, second);
      wanted.add(second);
      return 'linked';
    }
    return 'left';
  } catch (error) {
    return outcomeOf(error);
  }
}

/** Where a file has the name of a folder, or a file has no room for more names, others may still be linked. */
function outcomeOf(error: unknown): 'left' | 'unable' {
  if (error instanceof MailstowError) return 'left';
  const code = errorCode(error);
  if (code === undefined || code === 'ENOSPC' || code === 'EDQUOT' || code === 'EROFS') throw error;
  return code === 'EEXIST' || code === 'ENOTDIR' || code === 'EMLINK' || code === 'ENOENT'
    ? 'left'
    : 'unable';
}

/** Takes links away that are not wanted; of a file that has no other name in the archive nothing is taken. */
function removeOthers(archive: string, top: string, wanted: Wanted): void {
  const others = new Map<string, string[]>();
  for (const [path, stat] of filesBelow(archive, top)) {
    if (stat.nlink < 2 || wanted.has(path)) continue;
    const paths = others.get(keyOf(stat));
    if (paths === undefined) others.set(keyOf(stat), [path]);
    else paths.push(path);
  }
  if (others.size === 0) return;
  for (const [, stat] of filesElsewhere(archive)) {
    for (const path of others.get(keyOf(stat)) ?? []) {
      unlinkSync(path);
      removeEmpty(dirname(path), top);
    }
    others.delete(keyOf(stat));
  }
}

/** Some disks keep the name as somebody wrote it, and take others for it. */
const isExtras = (name: string) => foldComponent(name) === foldComponent(defaults.extrasFolder);

/** Regular files outside of the folder for what is no mailbox. */
function* filesElsewhere(archive: string): Iterable<[string, Stats]> {
  yield* filesBelow(archive, archive, isExtras);
}

/** @param without which entries are not looked at */
function* filesBelow(
  archive: string,
  folder: string,
  without: (name: string) => boolean = () => false,
): Iterable<[string, Stats]> {
  for (const entry of entriesIn(archive, folder)) {
    if (without(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(archive, path);
    const stat = entry.isFile() ? lstatSync(path, { throwIfNoEntry: false }) : undefined;
    if (stat?.isFile()) yield [path, stat];
  }
}

/** A label of which nothing is left has no folder any more, nor have those above it. */
function removeEmpty(folder: string, top: string): void {
  if (folder === top) return;
  try {
    rmdirSync(folder);
  } catch {
    return;
  }
  removeEmpty(dirname(folder), top);
}

function isSame(one: Stats, other: Stats): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf({ dev, ino }: Stats): string {
  return `${dev} ${ino}`;
}

/** Paths of the links that are to be, by hash: an archive may have millions. */
class Wanted {
  readonly #hashes = new Set<number>();

  add(path: string): void {
    this.#hashes.add(hashOf(path));
  }

  has(path: string): boolean {
    return this.#hashes.has(hashOf(path));
  }
}

function hashOf(path: string): number {
  return createHash('sha256').update(path).digest().readUIntBE(0, 6);
}
