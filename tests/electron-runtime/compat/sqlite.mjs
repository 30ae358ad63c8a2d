import { createRequire } from 'node:module';

/** The same API over a binary that comes with the package. */
const native = createRequire(import.meta.url)('@photostructure/sqlite');
const { StatementSync, constants } = native;

/**
 * Where Node rounds the number of the last row, this one throws; a full-text table numbers rows of its own beyond what a
 * number holds.
 */
function run(...values) {
  this.setReadBigInts(true);
  try {
    const { changes, lastInsertRowid } = StatementSync.prototype.run.apply(this, values);
    return { changes: Number(changes), lastInsertRowid: Number(lastInsertRowid) };
  } finally {
    this.setReadBigInts(false);
  }
}

class DatabaseSync extends native.DatabaseSync {
  prepare(sql) {
    return Object.defineProperty(super.prepare(sql), 'run', { value: run });
  }
}

export { constants, DatabaseSync, StatementSync };
