/** Everything a POP3 server can make us hold or repeat is bounded here, each bound with its reason. */
export const pop3Limits = {
  /** Octets of a status line: RFC 2449 section 4 allows 512, and challenges of a sign-in are longer. */
  statusLine: 64 * 1024,
  /** Octets of a line of a listing: RFC 1939 allows a unique-id of 70 characters, servers send some 200. */
  listLine: 4 * 1024,
  /** Lines of one listing: no maildrop has so many messages; what is kept of so many takes some 200 MB. */
  listLines: 2_000_000,
  /** Lines of CAPA. */
  capabilities: 1_000,
  /** Octets of a command (RFC 2449 section 4), CRLF included. */
  command: 255,
} as const;
