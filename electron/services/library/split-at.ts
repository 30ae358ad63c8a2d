/** What a row is sorted by, beside the list that it is of. */
export interface Sortable {
  /** Milliseconds since 1970 UTC. */
  readonly date: number;
  readonly id: number;
}

/** One of the lists that are merged, in the order of the merged one. */
export interface SortedList<Row extends Sortable> {
  readonly total: number;
  page(offset: number, limit: number): Promise<readonly Row[]>;
}

/** A row, and which of the lists it is of. */
export interface Entry<Row extends Sortable> {
  readonly row: Row;
  readonly list: number;
}

/** A total order: where dates are equal, by list and then by number. */
export function comparing(descending: boolean) {
  const direction = descending ? -1 : 1;
  return (a: Entry<Sortable>, b: Entry<Sortable>): number =>
    direction * (a.row.date - b.row.date || a.list - b.list || a.row.id - b.row.id);
}

/** How many rows of each list lie before a row of the merged one. */
export type Boundary = readonly number[];

/** Rows of each list that are read at once instead of being halved further. */
const few = 100;

/** The rows of one list that may lie on either side of the boundary. */
interface Span<Row extends Sortable> {
  readonly list: number;
  low: number;
  /** Behind the last of them. */
  high: number;
  /** The row in their middle, once it was read. */
  middle: Entry<Row> | undefined;
}

export interface Split<Row extends Sortable> {
  readonly lists: readonly SortedList<Row>[];
  /** Rows of the merged list before the boundary. */
  readonly rank: number;
  /** Boundaries that are known before and behind it. */
  readonly after: Boundary;
  readonly before: Boundary;
  compare(a: Entry<Row>, b: Entry<Row>): number;
}

/**
 * The boundary before a row of the merged list, by reading single rows: each halves what is left of its list. So at most
 * as many are read as the lengths of the lists have binary digits, all together.
 */
export async function splitAt<Row extends Sortable>(split: Split<Row>): Promise<Boundary> {
  const { lists, rank, after, before, compare } = split;
  const spans = lists.map(({ total }, list): Span<Row> => {
    return { list, low: after[list] ?? 0, high: before[list] ?? total, middle: undefined };
  });
  for (;;) {
    const open = spans.filter(({ low, high }) => low < high);
    const wanted = rank - spans.reduce((sum, { low }) => sum + low, 0);
    const rest = open.reduce((sum, { low, high }) => sum + high - low, 0);
    if (wanted <= 0) return spans.map(({ low }) => low);
    if (wanted >= rest) return spans.map(({ high }) => high);
    if (open.every(({ low, high }) => high - low <= few)) {
      await readOut(split, open, wanted);
      return spans.map(({ low }) => low);
    }
    await Promise.all(open.map(span => readMiddle(split, span)));
    const read = open.flatMap(span => (span.middle === undefined ? [] : { span, ...span.middle }));
    // One that ended early is shorter now.
    if (read.length < open.length) continue;
    const spansByMiddle = read.sort(compare).map(({ span }) => span);
    narrow(spansByMiddle, wanted, rest);
  }
}

async function readMiddle<Row extends Sortable>(
  { lists }: Split<Row>,
  span: Span<Row>,
): Promise<void> {
  if (span.middle !== undefined) return;
  const at = middleOf(span);
  const [row] = (await lists[span.list]?.page(at, 1)) ?? [];
  if (row === undefined) span.high = at;
  else span.middle = { row, list: span.list };
}

/** Takes out of the spans what surely lies before the boundary, or behind it. @param spans by their middle rows */
function narrow<Row extends Sortable>(
  spans: readonly Span<Row>[],
  wanted: number,
  rest: number,
): void {
  // At least so many rows are not behind the middle of a span, and at least so many not before it.
  let [upTo, from] = [0, 0];
  const firstBehind = spans.findIndex(span => {
    upTo += middleOf(span) - span.low + 1;
    return upTo > wanted;
  });
  const lastBefore = spans.findLastIndex(span => {
    from += span.high - middleOf(span);
    return from > rest - wanted;
  });
  for (const [index, span] of spans.entries()) {
    const middle = middleOf(span);
    if (firstBehind >= 0 && index >= firstBehind) span.high = middle;
    else if (index <= lastBefore) span.low = middle + 1;
    else continue;
    span.middle = undefined;
  }
}

/** The few rows that are left say where it is. */
async function readOut<Row extends Sortable>(
  { lists, compare }: Split<Row>,
  spans: readonly Span<Row>[],
  wanted: number,
): Promise<void> {
  const read = await Promise.all(
    spans.map(async span => {
      const rows = (await lists[span.list]?.page(span.low, span.high - span.low)) ?? [];
      return rows.map(row => ({ span, row, list: span.list }));
    }),
  );
  for (const { span } of read.flat().sort(compare).slice(0, wanted)) span.low += 1;
}

function middleOf({ low, high }: Span<Sortable>): number {
  return (low + high) >> 1;
}
