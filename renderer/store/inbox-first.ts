/** The inbox in front, everything else in the server's order. INBOX is its name on every server (RFC 9051 section 5.1). */
export function inboxFirst<Entry>(
  entries: readonly Entry[],
  nameOf: (entry: Entry) => string,
): readonly Entry[] {
  const rank = (entry: Entry): number => (nameOf(entry).toUpperCase() === 'INBOX' ? 0 : 1);
  return [...entries].sort((a, b) => rank(a) - rank(b));
}
