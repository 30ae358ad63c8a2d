import type { DatabaseSync } from 'node:sqlite';

const first = {
  index: "DELETE FROM main.facts WHERE name = ''",
  catalog: 'DELETE FROM catalog.unindexed WHERE id = -1',
} as const;

/**
 * Does all of it or nothing; durable on return.
 * @param written the one of both databases that is written: `BEGIN IMMEDIATE` would keep everybody from the other too,
 *   and a transaction that began by reading cannot wait for others who write
 */
export function inTransaction<Result>(
  database: DatabaseSync,
  written: keyof typeof first,
  work: () => Result,
): Result {
  database.exec('BEGIN');
  try {
    database.exec(first[written]);
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // On some errors, such as a full disk, SQLite has done so itself.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
