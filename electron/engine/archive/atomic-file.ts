import {
  closeSync,
  fsync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** Makes an open file durable beside other work. */
export const syncOpen = promisify(fsync);

/** Replaces a file by new content so that a crash leaves the old one or the new one, whole and synced. */
export function writeAtomically(path: string, content: string | Buffer): void {
  replace(path, temporary => {
    const file = openSync(temporary, 'w');
    try {
      writeFileSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  });
  syncFolder(dirname(path));
}

/**
 * Replaces a file that can be made anew: whoever reads it finds the old one or the new one, but after a
 * power cut perhaps a torn one or none, which costs work and no mail.
 */
export function replaceUnsynced(path: string, content: string): void {
  replace(path, temporary => writeFileSync(temporary, content));
}

/** Nobody sees a file that is not written whole, and what failed leaves none behind. */
function replace(path: string, write: (temporary: string) => void): void {
  const temporary = `${path}.part`;
  try {
    write(temporary);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Makes the names inside a folder durable. Windows has no such call; there the file system's own journal must do. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** The same beside other work: the disk may be busy with what is being written. */
export async function syncFolderBeside(path: string): Promise<void> {
  if (process.platform !== 'win32') await syncBeside(path, 'r');
}

/** @param flags Windows syncs only what is open for writing, Linux opens folders only for reading */
export async function syncBeside(path: string, flags: 'r' | 'r+'): Promise<void> {
  const file = openSync(path, flags);
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
  create(path);
  syncFolder(parent);
}

/** The same for several in one, whose names are made durable together. */
export function makeFolders(parent: string, names: readonly string[]): void {
  const missing = names.map(name => join(parent, name)).filter(path => !isFolder(path));
  for (const path of missing) create(path);
  if (missing.length > 0) syncFolder(parent);
}

function create(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process may have been faster.
    if (!isFolder(path)) throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
