import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../electron/engine/catalog/database.ts';
import { SortIndexes } from '../../../electron/engine/catalog/sort-indexes.ts';
import { temporaryFolder } from './an-archive.ts';
import { catalogWith } from './some-rows.ts';

/** An archive with its catalog, which is of version 2; `tests/services/versions.test.ts` says where it is from. */
const fixture = join(import.meta.dirname, '../../fixtures/archives/first-landing/app/mail');

/** Every table, index and trigger, the tables with their columns; sorted, since columns are added at the end. */
function shapeOf(database: DatabaseSync): string[] {
  const indexes = new SortIndexes(database);
  while (indexes.makeOne());
  const rows = database
    .prepare(
      `SELECT sqlite_schema.type || ' ' || sqlite_schema.name || ' ' || coalesce(columns.name, '') AS part
       FROM sqlite_schema LEFT JOIN pragma_table_info(sqlite_schema.name) AS columns`,
    )
    .all();
  database.close();
  return rows.map(({ part }) => String(part)).sort();
}

test('a catalog of version 2 keeps its rows and gets the tables of a new one, and no other', () => {
  const folder = temporaryFolder();
  cpSync(fixture, folder, { recursive: true });
  const database = openDatabase(folder);
  const subjects = database.prepare('SELECT subject FROM messages ORDER BY subject').all();
  expect(subjects.map(row => row.subject)).toEqual(['Deep', 'Four', 'One', 'Three', 'Two']);
  const shape = shapeOf(database);
  expect(shape.length).toBeGreaterThan(50);
  expect(shape).toEqual(shapeOf(catalogWith([]).database));
});
