/**
 * A mailbox's name, made once where LIST names it and passed whole from there on. Two mailboxes whose bytes
 * decode alike are two: they differ in `raw` and `key`.
 */
export interface MailboxName {
  /** As people write it; INBOX, which has no case (RFC 9051 section 5.1), in capitals. */
  readonly text: string;
  /** What archive, events and reports call it: the text, or the text and `~` with digits of the raw name's hash. */
  readonly key: string;
  /** The server's hierarchy separator; null where it has none. */
  readonly delimiter: string | null;
  /** As the server spells it, one character a byte; absent where no LIST named it. */
  readonly raw?: string;
}

/** A name that no LIST of this connection has shown: typed by a person, or kept in an archive. */
export function mailboxName(text: string, delimiter: string | null = null): MailboxName {
  const canonical = canonicalText(text);
  return { text: canonical, key: canonical, delimiter };
}

/** INBOX is the one name whose case does not count. */
export function canonicalText(text: string): string {
  return text.toUpperCase() === 'INBOX' ? 'INBOX' : text;
}

/** The levels of the hierarchy by which an archive keeps a mailbox, from the top. */
export function levelsOf({ key, delimiter }: Pick<MailboxName, 'key' | 'delimiter'>): string[] {
  return delimiter === null ? [key] : key.split(delimiter);
}
