/**
 * What puts messages of one conversation together. `message_ids` has the number of each message ID that was seen, as the
 * message's own or as one that it answers, and the thread that it belongs to; where a message shows that two threads are one,
 * the smaller by `weight` (its IDs and messages, ever) goes into the larger, so that nothing moves more often than its number
 * has binary digits. A message whose `thread` is missing waits for its header to be read.
 *
 * `conversations` has the newest message of each thread in each mailbox, and as mailbox 0 in all, without the rows that have
 * an origin. It is kept right by whatever changes the messages.
 */
const all = 0;

/** A message came into its thread. */
function grow(mailbox: string, where: string): string {
  return `
    INSERT INTO conversations (mailbox, thread, date, newest)
      SELECT ${mailbox}, new.thread, new.date, new.id WHERE new.thread IS NOT NULL AND ${where}
      ON CONFLICT (thread, mailbox) DO UPDATE SET date = excluded.date, newest = excluded.newest
        WHERE (excluded.date, excluded.newest) > (date, newest);`;
}

/** A message left its thread: the newest of those that are left takes its place. */
function shrink(mailbox: string, among: string): string {
  return `
    DELETE FROM conversations
      WHERE thread = old.thread AND mailbox = ${mailbox} AND newest = old.id;
    INSERT INTO conversations (mailbox, thread, date, newest)
      SELECT ${mailbox}, thread, date, id FROM messages WHERE thread = old.thread AND ${among}
      ORDER BY date DESC, id DESC LIMIT 1
      ON CONFLICT (thread, mailbox) DO NOTHING;`;
}

const grown = grow('new.mailbox', 'true') + grow(`${all}`, 'new.origin IS NULL');
const shrunk = shrink('old.mailbox', 'mailbox = old.mailbox') + shrink(`${all}`, 'origin IS NULL');

/** Columns of messages, as a catalog of version 3 gets them. */
export const threadColumns = `
  ALTER TABLE messages ADD COLUMN recipients TEXT NOT NULL DEFAULT '';
  ALTER TABLE messages ADD COLUMN own INTEGER;
  ALTER TABLE messages ADD COLUMN thread INTEGER;
`;

/** Messages whose headers are still to be read. SQLite would take another index and go through the whole list. */
export const unthreaded = 'messages INDEXED BY unthreaded WHERE origin IS NULL AND thread IS NULL';

/** Made after the messages. */
export const forThreads = `
  CREATE TABLE threads (id INTEGER PRIMARY KEY, weight INTEGER NOT NULL);
  CREATE TABLE message_ids (id INTEGER PRIMARY KEY, thread INTEGER NOT NULL);
  CREATE INDEX ids_of_thread ON message_ids (thread);
  CREATE TABLE conversations (
    thread INTEGER NOT NULL, mailbox INTEGER NOT NULL,
    date INTEGER NOT NULL, newest INTEGER NOT NULL,
    PRIMARY KEY (thread, mailbox)
  ) WITHOUT ROWID;
  CREATE INDEX conversations_by_date ON conversations (mailbox, date, newest);
  CREATE INDEX thread_by_date ON messages (thread, date) WHERE origin IS NULL AND thread IS NOT NULL;
  CREATE INDEX thread_in_mailbox ON messages (thread, mailbox, date) WHERE thread IS NOT NULL;
  CREATE INDEX unthreaded ON messages (id) WHERE origin IS NULL AND thread IS NULL;
  CREATE TRIGGER conversation_grows AFTER INSERT ON messages WHEN new.thread IS NOT NULL
    BEGIN ${grown} END;
  CREATE TRIGGER conversation_shrinks AFTER DELETE ON messages WHEN old.thread IS NOT NULL
    BEGIN ${shrunk} END;
  CREATE TRIGGER conversation_changes AFTER UPDATE OF thread, date, origin ON messages
    WHEN new.thread IS NOT old.thread OR new.date IS NOT old.date OR new.origin IS NOT old.origin
    BEGIN ${shrunk} ${grown} END;
`;
