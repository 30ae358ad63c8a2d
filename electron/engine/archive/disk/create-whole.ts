import { randomUUID } from 'node:crypto';
import { linkSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errorCode } from './disk-failure.ts';
import { writeNew } from './guarded-files.ts';

/**
 * Creates a file with its content at once, so that nobody reads half of it and of several processes one is the first.
 * @returns false where it exists
 */
export function createWhole(path: string, content: string, isSynced: boolean): boolean {
  const temporary = join(dirname(path), `taking-${randomUUID()}`);
  writeNew(temporary, content, isSynced);
  try {
    linkSync(temporary, path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    return createWithoutLinks(path, content, isSynced);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** FAT and some network disks have no hard links. */
function createWithoutLinks(path: string, content: string, isSynced: boolean): boolean {
  try {
    writeNew(path, content, isSynced);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}
