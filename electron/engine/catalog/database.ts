import { closeSync, constants, existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { defaults } from '../../../shared/defaults.ts';
import { isOfLaterVersion, readPrivacy } from '../archive/layout/archive-format.ts';
import { MailstowError } from '../errors.ts';
import { openRegular, refuseUnlessFile } from '../regular-file.ts';
import { schema, version } from './tables.ts';

/** Milliseconds to wait for another process that writes. */
const patience = 5_000;

/** Several indexes of a million messages, about 20 MB each; fewer messages take less. */
const cacheKibibytes = 64 * 1024;

/** Of the files that SQLite keeps. */
const endings = ['', '-wal', '-shm', '-journal'];

/** Pages (16 MB) written after each other before they are brought into the places where they belong. */
const checkpointPages = 4_000;

/** What a later version made of an archive, which this one leaves as it is; undefined: nothing. */
export function madeByLaterVersion(folder: string): 'archive' | 'list' | undefined {
  if (isOfLaterVersion(folder)) return 'archive';
  return versionOf(pathIn(folder)) > version ? 'list' : undefined;
}

/**
 * Opens the catalog of an archive, or makes it where it is missing, of an earlier version or damaged. On a disk that
 * cannot be written, and beside one of a later version, it is kept in memory.
 * @param folder the archive
 */
export function openDatabase(folder: string): DatabaseSync {
  const path = pathIn(folder);
  for (const ending of endings) refuseUnlessFile(path + ending);
  if (madeByLaterVersion(folder) !== undefined) return opened(':memory:');
  try {
    return opened(path);
  } catch {
    return opened(':memory:');
  }
}

function opened(path: string): DatabaseSync {
  try {
    return prepared(path) ?? renewed(path);
  } catch (error) {
    if (!isDamage(error)) throw error;
    return renewed(path);
  }
}

/** Whether the file itself is at fault (SQLITE_CORRUPT, SQLITE_NOTADB, or tables that are not ours). */
export function isDamage(error: unknown): boolean {
  return [1, 11, 26].includes(primaryCode(error) ?? 0);
}

/** The result code of SQLite (https://sqlite.org/rescode.html), or undefined for another kind of error. */
function primaryCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
}

/** What a person can do about a catalog that cannot be written. */
export function catalogFailure(error: unknown, folder: string): unknown {
  const code = primaryCode(error);
  if (code === undefined) return error;
  if (code === 13) {
    return new MailstowError('disk-full-listing-messages', { args: { folder }, cause: error });
  }
  return new MailstowError('list-not-updated', { args: { folder }, cause: error });
}

/** Takes a catalog away; it is rebuilt from the archive. */
export function removeDatabase(folder: string): void {
  if (madeByLaterVersion(folder) === undefined) removeFiles(pathIn(folder));
}

function pathIn(folder: string): string {
  return join(folder, defaults.ownFolder, 'catalog.sqlite');
}

/** 0 where there is none that can be read. */
function versionOf(path: string): number {
  if (!existsSync(path)) return 0;
  try {
    const database = new DatabaseSync(path, { readOnly: true, timeout: patience });
    try {
      return Number(database.prepare('PRAGMA user_version').get()?.user_version);
    } finally {
      database.close();
    }
  } catch {
    return 0;
  }
}

/** @returns undefined where there is one of another version */
function prepared(path: string): DatabaseSync | undefined {
  if (path !== ':memory:' && !existsSync(path)) makeEmpty(path);
  const database = new DatabaseSync(path, { timeout: patience });
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
    database.exec(`PRAGMA temp_store = MEMORY; PRAGMA cache_size = -${cacheKibibytes};`);
    database.exec(`PRAGMA wal_autocheckpoint = ${checkpointPages};`);
    const found = database.prepare('PRAGMA user_version').get()?.user_version;
    if (found === version) return database;
    if (found === 0 && create(database)) return database;
  } catch (error) {
    database.close();
    throw error;
  }
  database.close();
  return undefined;
}

/** SQLite would let others read what it makes. */
function makeEmpty(path: string): void {
  const mode = readPrivacy(dirname(path)) === false ? 0o666 : 0o600;
  closeSync(openRegular(path, constants.O_WRONLY | constants.O_CREAT, mode));
}

function renewed(path: string): DatabaseSync {
  removeFiles(path);
  const database = prepared(path);
  if (database === undefined) throw new Error(`${path} cannot be made.`);
  return database;
}

/** @returns false where there are tables already, of a version without a number */
function create(database: DatabaseSync): boolean {
  database.exec('BEGIN IMMEDIATE');
  const found = database.prepare('PRAGMA user_version').get()?.user_version;
  const isEmpty = database.prepare('SELECT 1 FROM sqlite_schema').get() === undefined;
  if (found === 0 && isEmpty) {
    database.exec(schema);
  }
  database.exec('COMMIT');
  return isEmpty || found === version;
}

function removeFiles(path: string): void {
  for (const ending of endings) {
    if (existsSync(path + ending)) rmSync(path + ending, { force: true });
  }
}
