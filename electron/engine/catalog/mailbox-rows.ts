import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { JournalRecord } from '../archive/journal/journal-record.ts';
import type { JournalPosition } from '../archive/journal/journal-tail.ts';
import type { StoredMessage } from '../archive/journal/message-table.ts';
import { isHeader, type MessageKind } from '../archive/layout/kind.ts';
import type { Summary } from '../mail/summary.ts';
import { numberIn } from './columns.ts';
import { Keys } from './keys.ts';
import { Labels } from './labels.ts';
import { Threads } from './threads.ts';

/** Of several files of one message, the one that holds the most of it is listed. */
const ranks: Record<MessageKind, number> = { full: 3, new: 2, header: 1, new_header: 0 };

/** An author's clock may be wrong; this much later than the server's it certainly is. Milliseconds. */
const trustedAhead = 24 * 60 * 60 * 1000;

/** The rows of one mailbox, changed by the records of its journal within a transaction of the caller's. */
export class MailboxRows {
  readonly id: number;
  readonly name: string;
  readonly #statement: (sql: string) => StatementSync;
  readonly #authors: Keys;
  readonly #topics: Keys;
  readonly #labels: Labels;
  readonly #tellsFlags: boolean;
  readonly #threads: Threads;

  /** @param tellsFlags false where nobody tells what was read: then nothing is to look new */
  constructor(database: DatabaseSync, name: string, tellsFlags = true) {
    this.#tellsFlags = tellsFlags;
    const statements = new Map<string, StatementSync>();
    this.#statement = sql => {
      const statement = statements.get(sql) ?? database.prepare(sql);
      statements.set(sql, statement);
      return statement;
    };
    this.name = name;
    this.#authors = new Keys(database, 'authors');
    this.#topics = new Keys(database, 'topics');
    this.#threads = new Threads(database);
    this.#statement('INSERT OR IGNORE INTO mailboxes (name) VALUES (?)').run(name);
    const row = this.#statement('SELECT id FROM mailboxes WHERE name = ?').get(name) ?? {};
    this.id = numberIn(row, 'id');
    this.#labels = new Labels(database, this.id);
  }

  /** How far the journal was read. */
  position(): JournalPosition | undefined {
    const row = this.#row();
    const mark = row.mark;
    return typeof mark === 'string' ? { offset: numberIn(row, 'offset'), mark } : undefined;
  }

  moveTo({ offset, mark }: JournalPosition): void {
    this.#statement('UPDATE mailboxes SET offset = ?, mark = ? WHERE id = ?').run(
      offset,
      mark,
      this.id,
    );
  }

  /** The same file is in the list already, as far as can be told without reading it. */
  has(kind: MessageKind, { uid, size, internalDate, name }: StoredMessage): boolean {
    const found = this.#statement(
      `SELECT 1 FROM messages WHERE mailbox = ? AND uid = ? AND kind = ? AND size = ?
       AND received IS ? AND name IS ? AND origin IS NULL`,
    );
    const values = [this.id, uid, kind, size, internalDate ?? null, name ?? null];
    return found.get(...values) !== undefined;
  }

  /** The journal is read from its beginning: what it does not name any more goes at {@link endRereading}. */
  beginRereading(): void {
    this.#statement('UPDATE messages SET stale = 1 WHERE mailbox = ?').run(this.id);
    this.#statement('UPDATE mailboxes SET rereading = 1 WHERE id = ?').run(this.id);
  }

  isRereading(): boolean {
    return this.#row().rereading === 1;
  }

  endRereading(): void {
    if (!this.isRereading()) return;
    this.#remove('mailbox = ? AND stale = 1', this.id);
    this.#statement('UPDATE mailboxes SET rereading = 0 WHERE id = ?').run(this.id);
  }

  /** @param summary undefined where the file was not read because it is the listed one, or not there */
  apply(record: JournalRecord, summary: Summary | undefined): void {
    switch (record.type) {
      case 'mailbox':
      case 'quarantined':
      case 'altered':
        return;
      case 'uid-validity':
        this.#renumber(record.value, record.restart);
        return;
      case 'stored':
        this.#store(record.kind, record.message, summary);
        return;
      case 'removed':
        this.#remove('mailbox = ? AND uid = ? AND kind = ?', this.id, record.uid, record.kind);
        return;
      case 'links':
        for (const [uid, there] of record.uids) {
          const { mailbox, uidValidity } = record.target;
          this.#statement('INSERT OR REPLACE INTO links VALUES (?, ?, ?, ?, ?, 0)').run(
            this.id,
            uid,
            mailbox,
            uidValidity,
            there,
          );
        }
        return;
      case 'identities':
        for (const [uid, { labels }] of record.identities) {
          if (labels !== undefined) this.#labels.set(uid, labels);
        }
        return;
      case 'flags':
        this.#setFlags(record.uid, record.flags);
        return;
      case 'gone':
      case 'back':
        for (const uid of record.uids) {
          this.#statement('UPDATE messages SET gone = ? WHERE mailbox = ? AND uid = ?').run(
            record.type === 'gone' ? 1 : 0,
            this.id,
            uid,
          );
        }
    }
  }

  #renumber(value: number, restart: boolean): void {
    const before = this.#row().uid_validity;
    this.#statement('UPDATE mailboxes SET uid_validity = ? WHERE id = ?').run(value, this.id);
    if (before !== value) this.#statement('DELETE FROM links WHERE mailbox = ?').run(this.id);
    if (!restart) return;
    this.#remove('mailbox = ?', this.id);
    this.#labels.clear();
  }

  #store(kind: MessageKind, message: StoredMessage, summary: Summary | undefined): void {
    const { uid, size, flags, internalDate, name, sha256 } = message;
    if (summary === undefined) {
      if (!this.has(kind, message)) return;
      this.#setFlags(uid, flags);
      this.#statement(
        'UPDATE messages SET stale = 0, gone = 0, digest = ? WHERE mailbox = ? AND uid = ?',
      ).run(sha256 === undefined ? null : digestOf(sha256), this.id, uid);
      return;
    }
    const { sender, author, recipients, subject, attachments, own } = summary;
    const date = dateOf(summary, internalDate);
    this.#statement(
      `INSERT INTO messages (mailbox, uid, kind, rank, name, size, received, date, sender, author,
         subject, topic, attachments, unread, flagged, digest, recipients, own, thread)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (mailbox, uid) DO UPDATE SET kind = excluded.kind, rank = excluded.rank,
         name = excluded.name, size = excluded.size, received = excluded.received,
         date = excluded.date, sender = excluded.sender, author = excluded.author,
         subject = excluded.subject, topic = excluded.topic,
         attachments = excluded.attachments, unread = excluded.unread, flagged = excluded.flagged,
         gone = 0, digest = excluded.digest, origin = NULL, stale = 0,
         recipients = excluded.recipients, own = excluded.own, thread = excluded.thread
       WHERE excluded.rank >= rank OR stale = 1 OR origin IS NOT NULL`,
    ).run(
      ...[this.id, uid, kind, ranks[kind], name ?? null, size, internalDate ?? null, date],
      ...[sender, this.#authors.of(author), subject, this.#topics.of(subject)],
      ...[isHeader(kind) ? 0 : attachments, this.#isUnread(flags), isFlagged(flags)],
      sha256 === undefined ? null : digestOf(sha256),
      ...[recipients, own ?? null, this.#threads.of(summary)],
    );
    this.#labels.setKeywords(uid, flags);
  }

  #isUnread(flags: string): 0 | 1 {
    return !this.#tellsFlags || /(^| )\\seen( |$)/i.test(flags) ? 0 : 1;
  }

  /** A message kept under another mailbox is read there when it is read here. */
  #setFlags(uid: number, flags: string): void {
    this.#statement(
      `UPDATE messages SET unread = ?, flagged = ? WHERE (mailbox = ? AND uid = ?) OR origin =
         (SELECT id FROM messages WHERE mailbox = ? AND uid = ?)`,
    ).run(this.#isUnread(flags), isFlagged(flags), this.id, uid, this.id, uid);
    this.#labels.setKeywords(uid, flags);
  }

  /** With the rows go those of other mailboxes whose bytes they hold. */
  #remove(where: string, ...values: (number | string)[]): void {
    this.#statement(
      `DELETE FROM messages WHERE origin IN (SELECT id FROM messages WHERE ${where})`,
    ).run(...values);
    const { changes } = this.#statement(`DELETE FROM messages WHERE ${where}`).run(...values);
    if (changes === 0) return;
    this.#statement('UPDATE links SET resolved = 0 WHERE target = ?').run(this.name);
  }

  #row() {
    return this.#statement('SELECT * FROM mailboxes WHERE id = ?').get(this.id) ?? {};
  }
}

/** Lists messages that are kept under another mailbox where they belong, as far as that one is read. */
export function resolveLinks(database: DatabaseSync): number {
  const found = `FROM links JOIN mailboxes ON mailboxes.name = links.target
      AND mailboxes.uid_validity = links.target_validity
    JOIN messages AS there ON there.mailbox = mailboxes.id AND there.uid = links.target_uid
      AND there.origin IS NULL
    WHERE links.resolved = 0`;
  const { changes } = database
    .prepare(
      `INSERT OR IGNORE INTO messages (mailbox, uid, kind, rank, name, size, received, date, sender,
         author, subject, topic, attachments, unread, flagged, gone, digest, recipients, own, thread,
         origin)
       SELECT links.mailbox, links.uid, there.kind, there.rank, there.name, there.size,
         there.received, there.date, there.sender, there.author, there.subject, there.topic,
         there.attachments, there.unread, there.flagged, there.gone, there.digest, there.recipients,
         there.own, there.thread, there.id ${found}`,
    )
    .run();
  if (changes === 0) return 0;
  database.exec(
    `UPDATE links SET resolved = 1 WHERE resolved = 0
       AND (mailbox, uid) IN (SELECT mailbox, uid FROM messages)`,
  );
  return Number(changes);
}

function isFlagged(flags: string): 0 | 1 {
  return /(^| )\\flagged( |$)/i.test(flags) ? 1 : 0;
}

/** @param sha256 in base64url */
function digestOf(sha256: string): number {
  return Buffer.from(sha256, 'base64url').readUIntBE(0, 6);
}

function dateOf({ date }: Summary, received: number | undefined): number {
  if (date === undefined) return received ?? 0;
  if (received === undefined) return date;
  return date > received + trustedAhead || date < 0 ? received : date;
}
