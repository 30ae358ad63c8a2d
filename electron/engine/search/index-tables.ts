/** Rises when the tables or their tokens change their meaning: an index of another one cannot be asked. */
export const format = 2;

/**
 * Rises when a message gives other words than before: an index of another one answers until its successor is whole.
 * Readings of attachments have a version of their own.
 */
export const content = 2;

/** Letters of the beginnings of words that `words` finds without going over them. */
const prefixes = [1, 2, 3, 4];
export const longestPrefix = Math.max(...prefixes);

/**
 * `words` has no text (https://sqlite.org/fts5.html#contentless_delete_tables), no positions and no columns: a phrase is
 * looked for in the files of the messages that have its words, next to each other as far as `neighbours` can tell, and
 * fields are told by marks (`tokens.ts`). Both have a row a document. Row ids
 * count up as messages come. Ids in the order of dates were tried: 76 % of the text instead of 37 %, because the gaps
 * between them are what doclists are made of, and 1,900 messages a second instead of 4,600.
 *
 * `documents` says which message of the catalog is which row: `message` is null where the catalog has it no more, until
 * it is found to be there again under another id (mailbox renumbered, moved, catalog made again) or is removed.
 * `pending`: files of it are still to be read.
 *
 * `files` has the texts of attachments, packed, for phrases and for what is shown of them; or why there is none, and
 * which version of the reader found that.
 */
export const schema = `
  CREATE VIRTUAL TABLE words USING fts5 (
    tokens, content = '', contentless_delete = 1, detail = none, prefix = '${prefixes.join(' ')}', tokenize = 'ascii'
  );
  CREATE VIRTUAL TABLE neighbours USING fts5 (
    tokens, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
  );
  CREATE TABLE documents (
    id INTEGER PRIMARY KEY, message INTEGER UNIQUE, date INTEGER NOT NULL, size INTEGER NOT NULL,
    digest INTEGER, mailbox TEXT NOT NULL, uid INTEGER NOT NULL, received INTEGER, kind TEXT NOT NULL,
    cut INTEGER NOT NULL, unread INTEGER NOT NULL, pending INTEGER NOT NULL
  );
  CREATE INDEX by_date ON documents (date) WHERE message IS NOT NULL;
  CREATE INDEX orphans ON documents (size, digest) WHERE message IS NULL;
  CREATE INDEX orphans_by_place ON documents (mailbox, uid) WHERE message IS NULL;
  CREATE INDEX pending ON documents (date) WHERE pending = 1;
  CREATE TABLE files (
    document INTEGER NOT NULL, start INTEGER NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL,
    size INTEGER NOT NULL, unread TEXT, cut INTEGER NOT NULL, reader INTEGER NOT NULL, text BLOB,
    PRIMARY KEY (document, start)
  );
  CREATE INDEX unread ON files (document) WHERE unread IS NOT NULL;
  CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  PRAGMA user_version = ${format};
`;
