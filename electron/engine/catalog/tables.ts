import { forThreads, threadColumns } from './thread-tables.ts';

/** Counts up with every change of the tables; a catalog of another version is rebuilt. */
export const version = 4;

/**
 * `origin` is the row whose file holds a linked message; `rank`
 * tells which of several files of a message is the fullest; `stale` rows wait for a journal that is read
 * again to name them. Rows that stand in several mailboxes are counted once over all of them: `own` counts
 * those without an origin.
 *
 * Authors and topics are the folded texts that the list is sorted by. Each stands once however many messages
 * have it, and the indexes of messages hold its number: so they are small, and new messages go mostly to their
 * ends. Those that no message has any more stay until the catalog is made again.
 *
 * Labels are Gmail's labels and IMAP's keywords, folded, by mailbox and UID, because a journal may tell of them
 * before it tells of the message. `digest` is the beginning of the file's SHA-256, 48 bits.
 *
 * `unindexed` has each message whose file is new, is another one or is gone since the index of texts took it from
 * there: it is filled by whatever changes the messages, in the same transaction (not by INSERT OR IGNORE: in a trigger
 * the statement around it says what becomes of a conflict). `generation` is another one in each
 * catalog, since its numbers say nothing of another's.
 */
const tables = `
  CREATE TABLE mailboxes (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, uid_validity INTEGER,
    offset INTEGER, mark TEXT, rereading INTEGER NOT NULL DEFAULT 0,
    messages INTEGER NOT NULL DEFAULT 0, unread INTEGER NOT NULL DEFAULT 0,
    own INTEGER NOT NULL DEFAULT 0
  );
  CREATE TABLE authors (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE);
  CREATE TABLE topics (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE);
  CREATE TABLE messages (
    id INTEGER PRIMARY KEY, mailbox INTEGER NOT NULL, uid INTEGER NOT NULL,
    kind TEXT NOT NULL, rank INTEGER NOT NULL, name TEXT, size INTEGER NOT NULL, received INTEGER,
    date INTEGER NOT NULL, sender TEXT NOT NULL, author INTEGER NOT NULL,
    subject TEXT NOT NULL, topic INTEGER NOT NULL, attachments INTEGER NOT NULL,
    unread INTEGER NOT NULL, flagged INTEGER NOT NULL DEFAULT 0,
    gone INTEGER NOT NULL DEFAULT 0, digest INTEGER,
    origin INTEGER, stale INTEGER NOT NULL DEFAULT 0,
    recipients TEXT NOT NULL DEFAULT '', own INTEGER, thread INTEGER,
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
  CREATE TRIGGER one_more AFTER INSERT ON messages BEGIN
    UPDATE mailboxes SET messages = messages + 1, unread = unread + new.unread,
      own = own + (new.origin IS NULL) WHERE id = new.mailbox;
  END;
  CREATE TRIGGER one_less AFTER DELETE ON messages BEGIN
    UPDATE mailboxes SET messages = messages - 1, unread = unread - old.unread,
      own = own - (old.origin IS NULL) WHERE id = old.mailbox;
  END;
  CREATE TRIGGER changed AFTER UPDATE OF unread, origin ON messages BEGIN
    UPDATE mailboxes SET unread = unread + new.unread - old.unread,
      own = own + (new.origin IS NULL) - (old.origin IS NULL) WHERE id = new.mailbox;
  END;
`;

/** What version 2 has not; made after the messages. */
const forSearch = `
  CREATE TABLE labels (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE);
  CREATE TABLE labelled (
    mailbox INTEGER NOT NULL, uid INTEGER NOT NULL, keyword INTEGER NOT NULL, label INTEGER NOT NULL,
    PRIMARY KEY (mailbox, uid, keyword, label)
  ) WITHOUT ROWID;
  CREATE INDEX by_label ON labelled (label, mailbox, uid);
  CREATE TABLE generation (key TEXT NOT NULL);
  INSERT INTO generation VALUES (lower(hex(randomblob(16))));
  CREATE TABLE unindexed (id INTEGER PRIMARY KEY);
  CREATE TRIGGER new_text AFTER INSERT ON messages WHEN new.origin IS NULL BEGIN
    INSERT INTO unindexed SELECT new.id WHERE new.id NOT IN (SELECT id FROM unindexed);
  END;
  CREATE TRIGGER no_text AFTER DELETE ON messages WHEN old.origin IS NULL BEGIN
    INSERT INTO unindexed SELECT old.id WHERE old.id NOT IN (SELECT id FROM unindexed);
  END;
  CREATE TRIGGER other_text AFTER UPDATE OF kind, name, size, received, date, digest, origin ON messages BEGIN
    INSERT INTO unindexed SELECT new.id WHERE new.id NOT IN (SELECT id FROM unindexed);
  END;
  CREATE INDEX flagged_by_date ON messages (date) WHERE origin IS NULL AND flagged = 1;
  CREATE INDEX unread_by_date ON messages (date) WHERE origin IS NULL AND unread = 1;
`;

/**
 * Makes a catalog of version 2 one of version 3: what it lists is there at once, and the journals are read again for
 * flags, labels and sums, without the files. The parts of subjects that version 2 looked for are in the search index.
 */
const fromVersion2 = `
  DROP TRIGGER new_topic;
  DROP TABLE topic_trigrams;
  ALTER TABLE messages ADD COLUMN flagged INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE messages ADD COLUMN digest INTEGER;
  ${forSearch}
  INSERT INTO unindexed SELECT id FROM messages WHERE origin IS NULL;
  UPDATE mailboxes SET mark = NULL, offset = NULL;
  PRAGMA user_version = 3;
`;

/** Makes a catalog of version 3 one of this version: the headers of what it lists are read in the background. */
const fromVersion3 = `
  ${threadColumns}
  ${forThreads}
  PRAGMA user_version = ${version};
`;

/** What to do to a catalog of each earlier version that is kept; the others are made again. */
export const migrations: Readonly<Record<number, string>> = {
  2: `${fromVersion2} ${fromVersion3}`,
  3: fromVersion3,
};

/** Makes all tables and what is always kept in order in an empty database. */
export const schema = `
  ${tables}
  ${forSearch}
  ${forThreads}
  CREATE INDEX mailbox_by_date ON messages (mailbox, date);
  CREATE INDEX all_by_date ON messages (date) WHERE origin IS NULL;
  PRAGMA user_version = ${version};
`;
