import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { fold } from '../../../shared/search/fold.ts';
import { numberIn } from './columns.ts';

/** Of a message; servers allow few, a journal may say anything. */
const mostLabels = 200;
/** Characters of each. */
const longest = 200;

/** Gmail's labels and IMAP's keywords of one mailbox's messages, within a transaction of the caller's. */
export class Labels {
  readonly #mailbox: number;
  readonly #prepare: () => Record<'has' | 'remove' | 'find' | 'make' | 'add', StatementSync>;
  readonly #clear: () => void;

  constructor(database: DatabaseSync, mailbox: number) {
    this.#mailbox = mailbox;
    let made: ReturnType<typeof statements> | undefined;
    this.#prepare = () => {
      made ??= statements(database);
      return made;
    };
    this.#clear = () => database.prepare('DELETE FROM labelled WHERE mailbox = ?').run(mailbox);
  }

  /** @param labels all that Gmail gave the message */
  set(uid: number, labels: readonly string[]): void {
    // Of its own, with a backslash before their names, some are folders and some are flags.
    this.#replace(
      uid,
      0,
      labels.map(label => label.replace(/^\\/, '')),
    );
  }

  /** @param flags separated by blanks; those of the system, with a backslash, are no labels */
  setKeywords(uid: number, flags: string): void {
    this.#replace(
      uid,
      1,
      flags.split(' ').filter(flag => flag !== '' && !flag.startsWith('\\')),
    );
  }

  clear(): void {
    this.#clear();
  }

  #replace(uid: number, keyword: 0 | 1, labels: readonly string[]): void {
    const { has, remove, find, make, add } = this.#prepare();
    // Most messages have none, before and after.
    if (labels.length === 0 && has.get(this.#mailbox, uid, keyword) === undefined) return;
    remove.run(this.#mailbox, uid, keyword);
    for (const label of labels.slice(0, mostLabels)) {
      const key = fold(label.slice(0, longest)).trim();
      if (key === '') continue;
      const found = find.get(key);
      const id = found === undefined ? make.run(key).lastInsertRowid : numberIn(found, 'id');
      add.run(this.#mailbox, uid, keyword, id);
    }
  }
}

function statements(database: DatabaseSync) {
  return {
    has: database.prepare('SELECT 1 FROM labelled WHERE mailbox = ? AND uid = ? AND keyword = ?'),
    remove: database.prepare('DELETE FROM labelled WHERE mailbox = ? AND uid = ? AND keyword = ?'),
    find: database.prepare('SELECT id FROM labels WHERE key = ?'),
    make: database.prepare('INSERT INTO labels (key) VALUES (?)'),
    add: database.prepare('INSERT OR IGNORE INTO labelled VALUES (?, ?, ?, ?)'),
  };
}
