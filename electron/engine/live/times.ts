/** Milliseconds. */
export const times = {
  /** IDLE is issued again after this long: before a server ends it (29 minutes, RFC 2177), and soon enough to notice a dead line. */
  idle: 5 * 60_000,
  /** Mailboxes that nothing tells of are asked for this often. */
  rest: 60_000,
  /** How often all are asked for where a server tells nothing by itself. */
  poll: 30_000,
  /** The same by POP3, where each time is a login. */
  pollPop3: 5 * 60_000,
  /** A server that tells everything is asked this often whether it is still there. */
  alive: 2 * 60_000,
  /** Everything is looked at, whatever was told: flags where a server does not count changes, files that were lost. */
  whole: 60 * 60_000,
  /** The same after a round that left something out. */
  wholeAfterTrouble: 5 * 60_000,
  /** What came together is archived together. */
  settle: 200,
  /** Flags and deletions can wait: somebody who reads mail makes many. */
  unhurried: 30_000,
  /** Between the beginnings of two rounds; longer where rounds find nothing of what they were told of. */
  betweenRounds: 1_000,
  mostBetweenRounds: 60_000,
  /** How often the clock is looked at, and what it must be ahead for the computer to have slept. */
  look: 10_000,
  slept: 20_000,
} as const;
