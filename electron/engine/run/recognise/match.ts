import type { RecognisableTable } from './recognisable-table.ts';

/**
 * Pairs stored messages with the server's under new UIDs. Only certain pairs count: alike in header,
 * date of arrival and size, and with no second message like them on either side — what is not
 * certain is left to be downloaded.
 * @returns old UID → new UID
 */
export function match(stored: RecognisableTable, onServer: RecognisableTable): Map<number, number> {
  const ours = stored.sorted();
  const theirs = onServer.sorted();
  const pairs = new Map<number, number>();
  for (let [i, j] = [0, 0]; i < ours.length && j < theirs.length; ) {
    const [own, their] = [ours[i] ?? 0, theirs[j] ?? 0];
    const order = stored.compare(own, onServer, their);
    if (order < 0) i = firstFrom(stored, i, onServer, their);
    else if (order > 0) j = firstFrom(onServer, j, stored, own);
    else {
      const [nextI, nextJ] = [endOfAlike(stored, ours, i), endOfAlike(onServer, theirs, j)];
      if (nextI === i + 1 && nextJ === j + 1) pairs.set(stored.uidOf(own), onServer.uidOf(their));
      [i, j] = [nextI, nextJ];
    }
  }
  return pairs;
}

/** Where the first row stands that does not come before the other table's; halving, because one side may be far longer. */
function firstFrom(
  table: RecognisableTable,
  from: number,
  other: RecognisableTable,
  row: number,
): number {
  const rows = table.sorted();
  let [low, high] = [from, rows.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (table.compare(rows[middle] ?? 0, other, row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where those end that look like the one there. */
function endOfAlike(table: RecognisableTable, rows: Uint32Array, from: number): number {
  let end = from + 1;
  while (end < rows.length && table.compare(rows[from] ?? 0, table, rows[end] ?? 0) === 0) end++;
  return end;
}
