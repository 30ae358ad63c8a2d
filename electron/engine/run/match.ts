/** A message as far as it can be recognised after its UID changed. */
export interface Recognisable {
  readonly uid: number;
  /** {@link headerKey} of its header. */
  readonly key: string;
  /** Milliseconds since 1970 UTC, where known. */
  readonly internalDate?: number;
  /** Octets, where known; the server's figure is a hint only. */
  readonly size?: number;
}

/**
 * Pairs stored messages with the server's under new UIDs. Only certain pairs count: alike in header,
 * date of arrival and size, and with no second message like them on either side — what is not
 * certain is left to be downloaded.
 * @returns old UID → new UID
 */
export function match(
  stored: readonly Recognisable[],
  onServer: readonly Recognisable[],
): Map<number, number> {
  const ours = group(stored);
  const theirs = group(onServer);
  const pairs = new Map<number, number>();
  for (const [identity, mine] of ours) {
    const [only, second] = theirs.get(identity) ?? [];
    const [own, another] = mine;
    if (only !== undefined && second === undefined && own !== undefined && another === undefined) {
      pairs.set(own.uid, only.uid);
    }
  }
  return pairs;
}

function group(messages: readonly Recognisable[]): Map<string, Recognisable[]> {
  const groups = new Map<string, Recognisable[]>();
  for (const message of messages) {
    const identity = identityOf(message);
    const alike = groups.get(identity);
    if (alike === undefined) groups.set(identity, [message]);
    else alike.push(message);
  }
  return groups;
}

/** Equal for messages that look alike; two messages may. */
export function identityOf({ key, internalDate = 0, size }: Omit<Recognisable, 'uid'>): string {
  // Whole seconds: that is what INTERNALDATE has, and what every file system keeps.
  return `${key} ${Math.floor(internalDate / 1000)} ${size ?? ''}`;
}
