/** Counts up with every change of the tables; a catalog of another version is rebuilt. */
export const version = 2;

/**
 * `origin` is the row whose file holds a linked message; `rank`
 * tells which of several files of a message is the fullest; `stale` rows wait for a journal that is read
 * again to name them. Rows that stand in several mailboxes are counted once over all of them: `own` counts
 * those without an origin.
 *
 * Authors and topics are the folded texts that the list is sorted by and looked through for. Each stands
 * once however many messages have it, and the indexes of messages hold its number: so they are small, and
 * new messages go mostly to their ends. Those that no message has any more stay until the catalog is made
 * again. Topics are many, so what is found anywhere in one is found by its trigrams
 * (https://sqlite.org/fts5.html#the_trigram_tokenizer); authors are few enough to look at each.
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
  CREATE VIRTUAL TABLE topic_trigrams
    USING fts5 (key, content = '', columnsize = 0, tokenize = 'trigram case_sensitive 1');
  CREATE TRIGGER new_topic AFTER INSERT ON topics BEGIN
    INSERT INTO topic_trigrams (rowid, key) VALUES (new.id, new.key);
  END;
  CREATE TABLE messages (
    id INTEGER PRIMARY KEY, mailbox INTEGER NOT NULL, uid INTEGER NOT NULL,
    kind TEXT NOT NULL, rank INTEGER NOT NULL, name TEXT, size INTEGER NOT NULL, received INTEGER,
    date INTEGER NOT NULL, sender TEXT NOT NULL, author INTEGER NOT NULL,
    subject TEXT NOT NULL, topic INTEGER NOT NULL, attachments INTEGER NOT NULL,
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

/** Makes all tables and what is always kept in order in an empty database. */
export const schema = `
  ${tables}
  CREATE INDEX mailbox_by_date ON messages (mailbox, date);
  CREATE INDEX all_by_date ON messages (date) WHERE origin IS NULL;
  PRAGMA user_version = ${version};
`;
