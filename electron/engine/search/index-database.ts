import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { makeFolder } from '../archive/disk/atomic-file.ts';
import { textIn } from '../catalog/columns.ts';
import { endings, isDamage, makeEmpty, removeFiles } from '../catalog/database.ts';
import { refuseUnlessFile } from '../regular-file.ts';
import { type IndexPlace, indexFiles, newIndexFile } from './index-files.ts';
import { format, schema } from './index-tables.ts';

/** Milliseconds to wait for another process that writes. */
const patience = 10_000;
const cacheKibibytes = 32 * 1024;
/** Pages (16 MB) written after each other before they are brought into the places where they belong. */
const checkpointPages = 4_000;

export interface OpenIndex {
  readonly path: string;
  /** With the archive's catalog as `catalog`. */
  readonly database: DatabaseSync;
}

/**
 * Opens the index that is written; where there is none of today's content, or it is damaged, a new one is made.
 * @returns undefined where the archive has no catalog yet
 */
export function openToWrite(place: IndexPlace): OpenIndex | undefined {
  if (!existsSync(place.catalog)) return undefined;
  // Two processes that made one each would share the work between two.
  const catalog = new DatabaseSync(place.catalog, { timeout: patience });
  try {
    catalog.exec('BEGIN IMMEDIATE');
    const found = indexFiles(place).find(({ isCurrent }) => isCurrent)?.path;
    const open =
      (found === undefined ? undefined : existing(found, true)) ?? made(newIndexFile(place));
    open.database.prepare('ATTACH ? AS catalog').run(place.catalog);
    return open;
  } finally {
    catalog.close();
  }
}

/** Opens the index that answers: one that is whole if there is any. @returns undefined where there is none */
export function openToAsk(place: IndexPlace): OpenIndex | undefined {
  if (!existsSync(place.catalog)) return undefined;
  let partial: OpenIndex | undefined;
  for (const { path } of indexFiles(place)) {
    const open = existing(path, false);
    if (open === undefined) continue;
    open.database.prepare('ATTACH ? AS catalog').run(place.catalog);
    if (isWhole(open.database)) {
      partial?.database.close();
      return open;
    }
    if (partial === undefined) partial = open;
    else open.database.close();
  }
  return partial;
}

/** Whether all messages were in it at some time: an older one is asked until then. */
export function isWhole(database: DatabaseSync): boolean {
  return fact(database, 'whole') === '1';
}

export function fact(database: DatabaseSync, name: string): string | undefined {
  const row = database.prepare('SELECT value FROM facts WHERE name = ?').get(name);
  return row === undefined ? undefined : textIn(row, 'value');
}

export function noteFact(database: DatabaseSync, name: string, value: string): void {
  database.prepare('INSERT OR REPLACE INTO facts VALUES (?, ?)').run(name, value);
}

/** @param isOurs it is taken away where it is damaged: anyone else may meet one that is just being made */
function existing(path: string, isOurs: boolean): OpenIndex | undefined {
  for (const ending of endings) refuseUnlessFile(path + ending);
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, { timeout: patience });
    settle(database);
    if (versionOf(database) === format) return { path, database };
  } catch (error) {
    database?.close();
    if (!isDamage(error)) throw error;
  }
  if (database?.isOpen) database.close();
  if (isOurs) removeFiles(path);
  return undefined;
}

function made(path: string): OpenIndex {
  makeFolder(dirname(path));
  makeEmpty(path, true);
  const database = new DatabaseSync(path, { timeout: patience });
  settle(database);
  database.exec(`BEGIN IMMEDIATE; ${schema} COMMIT;`);
  return { path, database };
}

function settle(database: DatabaseSync): void {
  database.exec('PRAGMA journal_mode = WAL; PRAGMA temp_store = MEMORY;');
  // What was taken from the catalog's queue has to be in here even after a loss of power.
  database.exec(`PRAGMA synchronous = FULL; PRAGMA cache_size = -${cacheKibibytes};`);
  database.exec(`PRAGMA wal_autocheckpoint = ${checkpointPages};`);
}

function versionOf(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.user_version);
}
