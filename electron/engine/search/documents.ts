import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { numberIn, type Row, textIn } from '../catalog/columns.ts';
import type { IndexedTokens } from './tokens.ts';
import { WordsTables } from './words-tables.ts';

/** A message of the catalog, as far as it tells whether its file is one that is in the index. */
export interface CatalogMessage {
  readonly id: number;
  readonly mailbox: string;
  readonly uid: number;
  readonly kind: string;
  readonly name: string | undefined;
  readonly size: number;
  readonly received: number | undefined;
  /** 48 bits of the SHA-256 of its file, where that is known. */
  readonly digest: number | undefined;
  readonly date: number;
  readonly sender: string;
  readonly subject: string;
}

/** A document with what is to be noted beside its words. */
export interface NewDocument {
  readonly message: CatalogMessage;
  readonly tokens: IndexedTokens;
  /** Not all of its text is in the index. */
  readonly isCut: boolean;
  /** Its file could not be read. */
  readonly isUnread: boolean;
  /** It has files that are still to be read. */
  readonly isPending: boolean;
}

/** The rows of an index, changed within transactions of the caller's. */
export class Documents {
  readonly #statement: (sql: string) => StatementSync;
  readonly #words: WordsTables;

  constructor(database: DatabaseSync) {
    this.#words = new WordsTables(database);
    const statements = new Map<string, StatementSync>();
    this.#statement = sql => {
      const statement = statements.get(sql) ?? database.prepare(sql);
      statements.set(sql, statement);
      return statement;
    };
  }

  /** Messages that wait for the index: first those that the catalog has no more, then the newest. */
  waiting(most: number): number[] {
    const rows = this.#statement(
      `SELECT unindexed.id FROM catalog.unindexed LEFT JOIN catalog.messages
         ON messages.id = unindexed.id AND origin IS NULL ORDER BY date DESC NULLS FIRST LIMIT ?`,
    ).all(most);
    return rows.map(row => numberIn(row, 'id'));
  }

  /** Those of them that came to the catalog last. */
  waitingAfter(id: number, most: number): number[] {
    const rows = this.#statement(
      'SELECT id FROM catalog.unindexed WHERE id > ? ORDER BY id LIMIT ?',
    ).all(id, most);
    return rows.map(row => numberIn(row, 'id'));
  }

  lastWaiting(): number {
    return this.#number('SELECT max(id) AS number FROM catalog.unindexed');
  }

  /** Puts every message in the queue of which the index has not, or which it has although the catalog has not. */
  compare(): void {
    this.#statement(
      `INSERT OR IGNORE INTO catalog.unindexed SELECT id FROM catalog.messages WHERE origin IS NULL
         AND NOT EXISTS (SELECT 1 FROM documents WHERE message = messages.id)
       UNION ALL SELECT message FROM documents WHERE message IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM catalog.messages WHERE id = message AND origin IS NULL)`,
    ).run();
  }

  /** Whether index, queue and catalog come to the same number; a sum of counts, no comparison. */
  isComplete(): boolean {
    const indexed = this.#number(
      'SELECT count(*) AS number FROM documents WHERE message IS NOT NULL',
    );
    const listed = this.#number('SELECT sum(own) AS number FROM catalog.mailboxes');
    const waiting = this.#number(
      `SELECT count(*) AS number FROM catalog.unindexed JOIN catalog.messages
         ON messages.id = unindexed.id AND origin IS NULL
       WHERE NOT EXISTS (SELECT 1 FROM documents WHERE message = unindexed.id)`,
    );
    const left = this.#number(
      `SELECT count(*) AS number FROM catalog.unindexed JOIN documents ON message = unindexed.id
       WHERE NOT EXISTS (SELECT 1 FROM catalog.messages WHERE id = unindexed.id AND origin IS NULL)`,
    );
    return indexed + waiting - left === listed;
  }

  count(): number {
    return this.#number('SELECT count(*) AS number FROM documents');
  }

  generation(): string {
    return textIn(this.#statement('SELECT key FROM catalog.generation').get() ?? {}, 'key');
  }

  /** How many messages wait. */
  behind(): number {
    return this.#number('SELECT count(*) AS number FROM catalog.unindexed');
  }

  /** @returns undefined where the catalog has none, or lists it as another's */
  message(id: number): CatalogMessage | undefined {
    const row = this.#statement(
      `SELECT messages.*, mailboxes.name AS folder FROM catalog.messages
         JOIN catalog.mailboxes ON mailboxes.id = messages.mailbox
       WHERE messages.id = ? AND origin IS NULL`,
    ).get(id);
    return row === undefined ? undefined : messageOf(row);
  }

  /** Whether {@link adopt} would find one. */
  has(message: CatalogMessage): boolean {
    const own = this.#statement('SELECT * FROM documents WHERE message = ?').get(message.id);
    if (own !== undefined && isSame(own, message)) return true;
    for (const orphan of this.#orphans(message)) if (isSame(orphan, message)) return true;
    return false;
  }

  /** Takes over the document that has the message's words already, if any. */
  adopt(message: CatalogMessage): boolean {
    const own = this.#statement('SELECT * FROM documents WHERE message = ?').get(message.id);
    if (own !== undefined && isSame(own, message)) {
      this.#note(numberIn(own, 'id'), message);
      return true;
    }
    if (own !== undefined) this.leave(message.id);
    for (const orphan of this.#orphans(message)) {
      if (!isSame(orphan, message)) continue;
      this.#note(numberIn(orphan, 'id'), message);
      return true;
    }
    return false;
  }

  /** Its message is not in the catalog: it may be found there again under another id. */
  leave(message: number): void {
    this.#statement('UPDATE documents SET message = NULL WHERE message = ?').run(message);
  }

  leaveAll(): void {
    this.#statement('UPDATE documents SET message = NULL').run();
  }

  add({ message, tokens, isCut, isUnread, isPending }: NewDocument): void {
    const { id, date, size, digest, mailbox, uid, received, kind } = message;
    const { lastInsertRowid } = this.#statement(
      `INSERT INTO documents (message, date, size, digest, mailbox, uid, received, kind, cut, unread, pending)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      ...[id, date, size, digest ?? null, mailbox, uid, received ?? null, kind],
      ...[isCut, isUnread, isPending].map(Number),
    );
    this.#words.add(lastInsertRowid, tokens);
  }

  /** Removes some of the documents that no message has. @returns whether there were any */
  removeOrphans(most: number): boolean {
    const rows = this.#statement('SELECT id FROM documents WHERE message IS NULL LIMIT ?').all(
      most,
    );
    for (const row of rows) {
      const id = numberIn(row, 'id');
      this.#words.remove(id);
      this.#statement('DELETE FROM files WHERE document = ?').run(id);
      this.#statement('DELETE FROM documents WHERE id = ?').run(id);
    }
    return rows.length > 0;
  }

  /** Takes messages from the queue that were dealt with, unless they changed meanwhile. */
  done(dealtWith: readonly { id: number; message: CatalogMessage | undefined }[]): void {
    for (const { id, message } of dealtWith) {
      const now = this.message(id);
      const isUnchanged =
        now === undefined ? message === undefined : message !== undefined && isEqual(now, message);
      if (isUnchanged) this.#statement('DELETE FROM catalog.unindexed WHERE id = ?').run(id);
    }
  }

  *#orphans({ size, digest, mailbox, uid }: CatalogMessage): Iterable<Row> {
    if (digest !== undefined) {
      yield* this.#statement(
        'SELECT * FROM documents WHERE message IS NULL AND size = ? AND digest = ? LIMIT 1',
      ).all(size, digest);
    }
    yield* this.#statement(
      'SELECT * FROM documents WHERE message IS NULL AND mailbox = ? AND uid = ? LIMIT 10',
    ).all(mailbox, uid);
  }

  #note(document: number, message: CatalogMessage): void {
    const { id, date, mailbox, uid, kind, received } = message;
    this.#statement(
      'UPDATE documents SET message = ?, date = ?, mailbox = ?, uid = ?, kind = ?, received = ? WHERE id = ?',
    ).run(id, date, mailbox, uid, kind, received ?? null, document);
  }

  #number(sql: string): number {
    return numberIn(this.#statement(sql).get() ?? {}, 'number');
  }
}

/** By the sum of its bytes; without, by its place, its size and when it came. */
function isSame(row: Row, { size, digest, mailbox, uid, kind, received }: CatalogMessage): boolean {
  if (numberIn(row, 'size') !== size || row.unread === 1) return false;
  if (isHeader(textIn(row, 'kind')) !== isHeader(kind)) return false;
  if (typeof row.digest === 'number' && digest !== undefined) return row.digest === digest;
  return (
    textIn(row, 'mailbox') === mailbox &&
    numberIn(row, 'uid') === uid &&
    (row.received ?? undefined) === received
  );
}

function isHeader(kind: string): boolean {
  return kind === 'header' || kind === 'new_header';
}

function isEqual(a: CatalogMessage, b: CatalogMessage): boolean {
  return (
    a.mailbox === b.mailbox &&
    a.uid === b.uid &&
    a.kind === b.kind &&
    a.name === b.name &&
    a.size === b.size &&
    a.received === b.received &&
    a.digest === b.digest &&
    a.date === b.date
  );
}

function messageOf(row: Row): CatalogMessage {
  const optional = (column: string) => {
    const value = row[column];
    return typeof value === 'number' ? value : undefined;
  };
  return {
    id: numberIn(row, 'id'),
    mailbox: textIn(row, 'folder'),
    uid: numberIn(row, 'uid'),
    kind: textIn(row, 'kind'),
    name: typeof row.name === 'string' ? row.name : undefined,
    size: numberIn(row, 'size'),
    received: optional('received'),
    digest: optional('digest'),
    date: numberIn(row, 'date'),
    sender: textIn(row, 'sender'),
    subject: textIn(row, 'subject'),
  };
}
