/** Messages one FETCH asks for: many enough that a round trip is lost among them, few enough to isolate a bad one soon. */
const messagesPerCommand = 500;

/**
 * What has to be fetched: the selected messages that are not stored.
 * @param selected ascending UIDs
 */
export function missingUids(
  selected: Iterable<number>,
  isStored: (uid: number) => boolean,
): number[] {
  const missing: number[] = [];
  for (const uid of selected) if (!isStored(uid)) missing.push(uid);
  return missing;
}

/** UIDs cut into the batches of one command each, in order. */
export function batches(uids: readonly number[]): number[][] {
  const cut: number[][] = [];
  for (let from = 0; from < uids.length; from += messagesPerCommand) {
    cut.push(uids.slice(from, from + messagesPerCommand));
  }
  return cut;
}

/** A batch in two halves, to find the message that makes the whole fail. */
export function halves(uids: readonly number[]): [number[], number[]] {
  const middle = Math.ceil(uids.length / 2);
  return [uids.slice(0, middle), uids.slice(middle)];
}
