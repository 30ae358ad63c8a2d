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
import { dirname } from 'node:path';
import { promisify } from 'node:util';

/** Makes an open file durable beside other work. */
export const syncFile = promisify(fsync);

/** Replaces a file by new content so that a crash leaves the old one or the new one, whole and synced. */
export function writeAtomically(path: string, content: string | Buffer): void {
  const temporary = `${path}.part`;
  try {
    const file = openSync(temporary, 'w');
    try {
      writeFileSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

/**
 * Replaces a file that can be made anew: whoever reads it finds the old one or the new one, but after a
 * power cut perhaps a torn one or none, which costs work and no mail.
 */
export function replaceUnsynced(path: string, content: string): void {
  const temporary = `${path}.part`;
  try {
    writeFileSync(temporary, content);
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
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    await syncFile(folder);
  } finally {
    closeSync(folder);
  }
}

/**
 * Creates a folder with its parents and makes their names durable. Level by level, because Node's own
 * recursive call never returns where a parent exists and yet nothing can be made in it (/proc).
 */
export function makeFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  const parent = dirname(path);
  if (parent !== path) makeFolder(parent);
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process may have been faster.
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
    throw error;
  }
  syncFolder(parent);
}
