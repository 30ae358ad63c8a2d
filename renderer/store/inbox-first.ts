/** INBOX is its name on every server, in any case (RFC 9051 section 5.1). */
export function isInbox(mailbox: string): boolean {
  return mailbox.toUpperCase() === 'INBOX';
}

/** The inbox in front, everything else in the server's order. */
export function inboxFirst<Entry>(
  entries: readonly Entry[],
  nameOf: (entry: Entry) => string,
): readonly Entry[] {
  const rank = (entry: Entry): number => (isInbox(nameOf(entry)) ? 0 : 1);
  return [...entries].sort((a, b) => rank(a) - rank(b));
}
