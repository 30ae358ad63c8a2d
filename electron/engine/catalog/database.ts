import { closeSync, constants, existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { makeFolder } from '../archive/disk/atomic-file.ts';
import { isOfLaterVersion, readPrivacy } from '../archive/layout/archive-format.ts';
import { MailstowError } from '../errors.ts';
import { openRegular, refuseUnlessFile } from '../regular-file.ts';
import { cachePlace } from './cache-place.ts';
import { migrations, schema, version } from './tables.ts';

/** Milliseconds to wait for another process that writes. */
const patience = 5_000;

/** Several indexes of a million messages, about 20 MB each; fewer messages take less. */
const cacheKibibytes = 64 * 1024;

/** Of the files that SQLite keeps. */
export const endings = ['', '-wal', '-shm', '-journal'];

/** Pages (16 MB) written after each other before they are brought into the places where they belong. */
const checkpointPages = 4_000;

/** What a later version made of an archive, which this one leaves as it is; undefined: nothing. */
export function madeByLaterVersion(
  folder: string,
  spare?: string | undefined,
): 'archive' | 'list' | undefined {
  if (isOfLaterVersion(folder)) return 'archive';
  const path = catalogPath(folder, spare);
  return path !== undefined && versionOf(path) > version ? 'list' : undefined;
}

/**
 * Where the catalog of an archive is kept, whether it is there or not; undefined: in memory, because its disk cannot be
 * written or is another computer's, and there is no other place.
 * @param folder the archive, absolute
 * @param spare folder of the person's data for such catalogs
 */
export function catalogPath(folder: string, spare: string | undefined): string | undefined {
  const place = cachePlace(folder, spare);
  return place === undefined ? undefined : join(place, 'catalog.sqlite');
}

/**
 * Opens the catalog of an archive, or makes it where it is missing, of an earlier version or damaged. Without a
 * {@link catalogPath}, and beside one of a later version, it is kept in memory.
 * @param folder the archive
 */
export function openDatabase(folder: string, spare?: string | undefined): DatabaseSync {
  const path = catalogPath(folder, spare);
  if (path === undefined) return opened(':memory:');
  for (const ending of endings) refuseUnlessFile(path + ending);
  if (versionOf(path) > version) return opened(':memory:');
  try {
    if (spare !== undefined && path.startsWith(spare)) makeFolder(dirname(path));
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
export function primaryCode(error: unknown): number | undefined {
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
export function removeDatabase(folder: string, spare?: string | undefined): void {
  const path = catalogPath(folder, spare);
  if (path !== undefined && versionOf(path) <= version) removeFiles(path);
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
    if (typeof found === 'number' && migrations[found] !== undefined) {
      migrate(database);
      return database;
    }
  } catch (error) {
    database.close();
    throw error;
  }
  database.close();
  return undefined;
}

function migrate(database: DatabaseSync): void {
  database.exec('BEGIN IMMEDIATE');
  // Another process may have been faster.
  const found = Number(database.prepare('PRAGMA user_version').get()?.user_version);
  database.exec(migrations[found] ?? '');
  database.exec('COMMIT');
}

/**
 * A database without anything: SQLite would let others read what it makes.
 * @param isPrivate whatever the archive's own files are
 */
export function makeEmpty(path: string, isPrivate = false): void {
  const mode = !isPrivate && readPrivacy(dirname(path)) === false ? 0o666 : 0o600;
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

/** Takes a database away, with what SQLite keeps beside it. */
export function removeFiles(path: string): void {
  for (const ending of endings) {
    if (existsSync(path + ending)) rmSync(path + ending, { force: true });
  }
}
