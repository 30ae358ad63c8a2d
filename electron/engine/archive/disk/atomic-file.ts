import { randomBytes } from 'node:crypto';
import { closeSync, fsync, fsyncSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import {
  type Content,
  makeFolderBelow,
  openFolderForSyncing,
  openForSyncing,
  writeNew,
  writeNewAsItComes,
} from './guarded-files.ts';
import { folderMode } from './new-modes.ts';

/** Makes an open file durable beside other work. */
export const syncOpen = promisify(fsync);

/** What {@link replace} names its temporary files, so that those of a crash are known again. */
export const temporaryName = /\.[0-9a-f]{12}\.part$/;

/**
 * Replaces a file by new content so that a crash leaves the old one or the new one, whole and synced.
 * @param content whole, or piece by piece
 * @param scratch the folder in which it is written first, on the same disk
 */
export function writeAtomically(path: string, content: Content, scratch = dirname(path)): void {
  replace(path, content, true, scratch);
  syncFolder(dirname(path));
}

/** The same for content that takes a while to come. */
export async function writeAtomicallyAsItComes(
  path: string,
  content: AsyncIterable<string>,
  scratch: string,
): Promise<void> {
  const temporary = temporaryOf(path, scratch);
  try {
    await writeNewAsItComes(temporary, content);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

/**
 * Replaces a file that can be made again: anyone who reads it finds the old one or the new one, but after a
 * power cut perhaps a torn one or none, which costs work and no mail.
 */
export function replaceUnsynced(path: string, content: string): void {
  replace(path, content, false, dirname(path));
}

/** Nobody sees a file that is not written whole, and what failed leaves none behind. */
function replace(path: string, content: Content, isSynced: boolean, scratch: string): void {
  const temporary = temporaryOf(path, scratch);
  try {
    writeNew(temporary, content, isSynced);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** A name under which nobody can have put something before. */
function temporaryOf(path: string, scratch: string): string {
  return join(scratch, `${basename(path)}.${randomBytes(6).toString('hex')}.part`);
}

/** Makes the names inside a folder durable. Windows has no such call; there the file system's own journal must do. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openFolderForSyncing(path);
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** The same beside other work: the disk may be busy with what is being written. */
export async function syncFolderBeside(path: string): Promise<void> {
  if (process.platform !== 'win32') await syncThenClose(openFolderForSyncing(path));
}

export async function syncFileBeside(path: string): Promise<void> {
  await syncThenClose(openForSyncing(path));
}

async function syncThenClose(file: number): Promise<void> {
  try {
    await syncOpen(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Creates a folder with its parents and makes their names durable. Level by level, because Node's own
 * recursive call never returns where a parent exists and yet nothing can be made in it (/proc).
 */
export function makeFolder(path: string): void {
  if (isFolder(path)) return;
  const parent = dirname(path);
  if (parent !== path) makeFolder(parent);
  try {
    mkdirSync(path, folderMode(path));
  } catch (error) {
    // Another process may have been faster.
    if (!isFolder(path)) throw error;
  }
  syncFolder(parent);
}

/** The same for folders inside an archive, where links are refused; names in one folder are made durable together. */
export function makeFoldersIn(archive: string, paths: readonly string[]): void {
  const parents = new Set<string>();
  for (const path of paths) makeFolderBelow(archive, path, made => parents.add(dirname(made)));
  for (const parent of parents) syncFolder(parent);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
