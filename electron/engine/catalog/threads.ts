import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { ThreadIds } from '../mail/header/message-ids.ts';
import { numberIn } from './columns.ts';

/** Puts messages into the threads that their IDs say, within a transaction of the caller's; see `thread-tables.ts`. */
export class Threads {
  readonly #statement: (sql: string) => StatementSync;

  constructor(database: DatabaseSync) {
    const statements = new Map<string, StatementSync>();
    this.#statement = sql => {
      const statement = statements.get(sql) ?? database.prepare(sql);
      statements.set(sql, statement);
      return statement;
    };
  }

  /** The thread of a message that is about to be listed; a message without IDs has one of its own. */
  of({ own, answered }: ThreadIds): number {
    const ids = [...new Set(own === undefined ? answered : [own, ...answered])];
    const find = this.#statement('SELECT thread FROM message_ids WHERE id = ?');
    const found = ids.map(id => find.get(id)?.thread);
    const known = [...new Set(found.filter(thread => typeof thread === 'number'))];
    const thread = this.#joined(known);
    const add = this.#statement('INSERT INTO message_ids (id, thread) VALUES (?, ?)');
    const missing = ids.filter((_id, index) => found[index] === undefined);
    for (const id of missing) add.run(id, thread);
    this.#weigh(thread, missing.length + 1);
    return thread;
  }

  /** One thread of several; a new one of none. */
  #joined(threads: readonly number[]): number {
    if (threads.length === 0) {
      return Number(
        this.#statement('INSERT INTO threads (weight) VALUES (0)').run().lastInsertRowid,
      );
    }
    const weights = threads.map(thread => ({ thread, weight: this.#weightOf(thread) }));
    const [largest, ...smaller] = weights.sort((a, b) => b.weight - a.weight);
    const kept = largest?.thread ?? 0;
    for (const { thread, weight } of smaller) {
      this.#statement('UPDATE message_ids SET thread = ? WHERE thread = ?').run(kept, thread);
      this.#statement('UPDATE messages SET thread = ? WHERE thread = ?').run(kept, thread);
      this.#statement('DELETE FROM threads WHERE id = ?').run(thread);
      this.#weigh(kept, weight);
    }
    return kept;
  }

  #weightOf(thread: number): number {
    const row = this.#statement('SELECT weight FROM threads WHERE id = ?').get(thread) ?? {};
    return numberIn(row, 'weight');
  }

  #weigh(thread: number, more: number): void {
    this.#statement('UPDATE threads SET weight = weight + ? WHERE id = ?').run(more, thread);
  }
}
