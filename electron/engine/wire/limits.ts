/** Everything a server can make us hold or repeat is bounded here, each bound with its reason. */
export const limits = {
  /**
   * Octets of text in one response, literals not counted. The longest honest one is a plain SEARCH
   * answer: 1,400,000 messages with ten-digit UIDs fit.
   */
  responseText: 16 * 1024 * 1024,
  /** Octets a literal may announce: RFC822.SIZE is a 32-bit number, so no message is larger. */
  literal: 2 ** 32 - 1,
  /**
   * Octets above which a literal is never gathered in memory by the framer itself: most messages are
   * far below, and a few of this size in flight still fit the memory that a run may take.
   */
  memoryLiteral: 1024 * 1024,
  /** Octets of gathered literals in one response: an ENVELOPE written in literals alone stays far below. */
  responseMemory: 32 * 1024 * 1024,
  /** Literals in one response: an ENVELOPE of thousands of recipients may write each name as one. */
  literals: 20_000,
  /**
   * Parentheses within parentheses. Real messages nest some ten parts deep; without a bound a hostile
   * BODYSTRUCTURE would exhaust the call stack.
   */
  depth: 100,
  /** Digits of a number: 2^64−1 has 20, so a longer run is refused before it is converted. */
  digits: 20,
  /** Characters of a malformed response that are shown to a person. */
  excerpt: 200,
  /** Octets of it that are kept until secrets are masked: one that was cut would not be recognised. */
  keptExcerpt: 2_000,
  /** Untagged responses to one command: no mailbox has so many messages, and no account so many changes. */
  responses: 10_000_000,
  /** Mailboxes that one LIST names; what is kept of so many takes some 100 MB. */
  mailboxes: 250_000,
  /**
   * How many times the silence that is allowed may pass without progress while a server keeps talking: half
   * an hour with TLS. Servers say "* OK Still here" while they search a mailbox for minutes.
   */
  silencesWithoutProgress: 60,
  /** Octets of one response that are progress: below 40 a second it is none. */
  progressOctets: 64 * 1024,
  /** Octets a non-synchronising literal may have under LITERAL− (RFC 7888 section 5). */
  literalMinus: 4096,
} as const;
