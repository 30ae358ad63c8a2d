import {
  type Boundary,
  comparing,
  type Entry,
  type Sortable,
  type SortedList,
  splitAt,
} from './split-at.ts';

/** A list, by a name that is another one after each change of it. */
export interface NamedList<Row extends Sortable> extends SortedList<Row> {
  readonly name: string;
}

/** Boundaries that are remembered: more pages than anybody scrolls through in a while. */
const mostKnown = 2_000;

/**
 * Pages of the one list that several make, sorted by date in one direction. Where a page begins in each of the lists is
 * remembered, so that those before and behind it cost a page of each list; elsewhere it is found by halving.
 */
export class MergedPages<Row extends Sortable> {
  readonly #compare: (a: Entry<Sortable>, b: Entry<Sortable>) => number;
  /** Which lists the known boundaries are of. */
  #names = '';
  /** By how many rows of the merged list lie before them. */
  #known = new Map<number, Boundary>();

  constructor(descending: boolean) {
    this.#compare = comparing(descending);
  }

  /** @param lists each in the direction of the merged one; in the same order each time */
  async page(
    lists: readonly NamedList<Row>[],
    { offset, limit }: { readonly offset: number; readonly limit: number },
  ): Promise<Entry<Row>[]> {
    const known = this.#knownOf(lists);
    const total = totalOf(lists);
    const first = Math.min(offset, total);
    const length = Math.min(limit, total - first);
    if (length === 0) return [];
    const end = known.get(first + length);
    if (end !== undefined && !known.has(first)) {
      const rows = (await this.#rows(lists, partsBefore(end, length))).slice(-length);
      known.set(first, moved(end, rows, -1));
      return rows;
    }
    const start = known.get(first) ?? (await this.#find(lists, known, first));
    const rows = (await this.#rows(lists, partsBehind(start, lists, length))).slice(0, length);
    known.set(first, start);
    known.set(first + length, moved(start, rows, 1));
    return rows;
  }

  #find(
    lists: readonly NamedList<Row>[],
    known: ReadonlyMap<number, Boundary>,
    rank: number,
  ): Promise<Boundary> {
    const ranks = [...known.keys()];
    const after = known.get(Math.max(...ranks.filter(each => each <= rank))) ?? [];
    const before = known.get(Math.min(...ranks.filter(each => each >= rank))) ?? [];
    return splitAt({ lists, rank, after, before, compare: this.#compare });
  }

  /** Those of these parts of the lists, sorted. */
  async #rows(lists: readonly NamedList<Row>[], parts: readonly Part[]): Promise<Entry<Row>[]> {
    const read = await Promise.all(
      lists.map(async (list, index) => {
        const { from, count } = parts[index] ?? { from: 0, count: 0 };
        const rows = count > 0 ? await list.page(from, count) : [];
        return rows.map(row => ({ row, list: index }));
      }),
    );
    return read.flat().sort(this.#compare);
  }

  /** Of other lists nothing is known but where the merged one begins and ends. */
  #knownOf(lists: readonly NamedList<Row>[]): Map<number, Boundary> {
    const names = JSON.stringify(lists.map(({ name }) => name));
    if (names !== this.#names || this.#known.size > mostKnown) {
      this.#names = names;
      const ends = lists.map(({ total }) => total);
      this.#known = new Map([
        [totalOf(lists), ends],
        [0, ends.map(() => 0)],
      ]);
    }
    return this.#known;
  }
}

/** Part of a list. */
interface Part {
  readonly from: number;
  readonly count: number;
}

function partsBehind(
  start: Boundary,
  lists: readonly SortedList<Sortable>[],
  length: number,
): Part[] {
  return lists.map(({ total }, index) => {
    const from = start[index] ?? 0;
    return { from, count: Math.min(length, total - from) };
  });
}

function partsBefore(end: Boundary, length: number): Part[] {
  return end.map(until => {
    const from = Math.max(0, until - length);
    return { from, count: until - from };
  });
}

function moved(
  boundary: Boundary,
  entries: readonly Entry<Sortable>[],
  direction: 1 | -1,
): Boundary {
  const counts = [...boundary];
  for (const { list } of entries) counts[list] = (counts[list] ?? 0) + direction;
  return counts;
}

/** Rows of the merged list. */
export function totalOf(lists: readonly SortedList<Sortable>[]): number {
  return lists.reduce((sum, { total }) => sum + total, 0);
}
