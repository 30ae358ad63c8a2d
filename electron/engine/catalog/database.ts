import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { defaults } from '../../../shared/defaults.ts';
import { MailstowError } from '../errors.ts';

/** Counts up with every change of the tables; a catalog of another version is built anew. */
const version = 1;

/** Milliseconds to wait for another process that writes. */
const patience = 5_000;

/** The indexes of 100,000 messages: rows come in no order that any of them has. */
const cacheKibibytes = 32 * 1024;

/**
 * `origin` is the row whose file holds the octets of a message that is kept under another mailbox; `rank`
 * tells which of several files of a message is the fullest; `stale` rows wait for a journal that is read
 * again to name them. Rows that stand in several mailboxes are counted once over all of them.
 */
const tables = `
  CREATE TABLE mailboxes (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, uid_validity INTEGER,
    offset INTEGER, mark TEXT, rereading INTEGER NOT NULL DEFAULT 0
  );
  CREATE TABLE messages (
    id INTEGER PRIMARY KEY, mailbox INTEGER NOT NULL, uid INTEGER NOT NULL,
    kind TEXT NOT NULL, rank INTEGER NOT NULL, name TEXT, size INTEGER NOT NULL, received INTEGER,
    date INTEGER NOT NULL, sender TEXT NOT NULL, author_key TEXT NOT NULL,
    subject TEXT NOT NULL, subject_key TEXT NOT NULL, attachments INTEGER NOT NULL,
    unread INTEGER NOT NULL, gone INTEGER NOT NULL DEFAULT 0,
    origin INTEGER, stale INTEGER NOT NULL DEFAULT 0,
    UNIQUE (mailbox, uid)
  );
  CREATE INDEX origins ON messages (origin) WHERE origin IS NOT NULL;
  CREATE TABLE links (
    mailbox INTEGER NOT NULL, uid INTEGER NOT NULL, target TEXT NOT NULL,
    target_validity INTEGER NOT NULL, target_uid INTEGER NOT NULL,
    resolved INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (mailbox, uid)
  ) WITHOUT ROWID;
  CREATE INDEX unresolved ON links (target) WHERE resolved = 0;
`;

/** What the list can be sorted by, each an index within a mailbox and one over all of them. */
export const sortColumns = {
  date: 'date',
  sender: 'author_key',
  subject: 'subject_key',
  size: 'size',
  attachments: 'attachments',
  unread: 'unread',
} as const;

/**
 * Opens the catalog of an archive, or makes it where it is missing, of another version or damaged. On a disk that
 * cannot be written it is kept in memory.
 * @param folder the archive
 */
export function openDatabase(folder: string): DatabaseSync {
  const path = join(folder, defaults.ownFolder, 'catalog.sqlite');
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
    return new MailstowError('disk-full', 'run', {
      message: `The disk is full: the list of the messages in ${folder} is not complete.`,
      nextStep: 'Free some space and open the list again; the messages themselves are kept.',
      cause: error,
    });
  }
  return new MailstowError('output-folder', 'run', {
    message: `The list of the messages in ${folder} cannot be brought up to date.`,
    nextStep: 'Open it again later; the messages themselves are kept as files in that folder.',
    cause: error,
  });
}

/** Takes a catalog away; it is built anew from the archive. */
export function removeDatabase(folder: string): void {
  removeFiles(join(folder, defaults.ownFolder, 'catalog.sqlite'));
}

/** @returns undefined where there is one of another version */
function prepared(path: string): DatabaseSync | undefined {
  const database = new DatabaseSync(path, { timeout: patience });
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
    database.exec(`PRAGMA temp_store = MEMORY; PRAGMA cache_size = -${cacheKibibytes};`);
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
    const indexes = Object.entries(sortColumns).flatMap(([key, column]) => {
      const rest = column === 'date' ? 'date' : `${column}, date`;
      return [
        `CREATE INDEX mailbox_by_${key} ON messages (mailbox, ${rest});`,
        `CREATE INDEX all_by_${key} ON messages (${rest}) WHERE origin IS NULL;`,
      ];
    });
    database.exec(`${tables}${indexes.join('\n')} PRAGMA user_version = ${version};`);
  }
  database.exec('COMMIT');
  return isEmpty || found === version;
}

function removeFiles(path: string): void {
  for (const ending of ['', '-wal', '-shm']) {
    if (existsSync(path + ending)) rmSync(path + ending, { force: true });
  }
}
