import { SyntaxFault } from './arguments.ts';

/** Ascending ranges of numbers, both ends included, without overlaps. */
export type Ranges = readonly (readonly [first: number, last: number])[];

/** RFC 9051 `sequence-set`; `*` stands for `largest`. */
export function parseSequenceSet(text: string, largest: number): Ranges {
  const ranges = text.split(',').map((part): [number, number] => {
    const match = /^(\d+|\*)(?::(\d+|\*))?$/.exec(part);
    if (match === null) throw new SyntaxFault(`Not a sequence set: ${text.slice(0, 60)}`);
    const first = match[1] === '*' ? largest : Number(match[1]);
    const last = match[2] === undefined ? first : match[2] === '*' ? largest : Number(match[2]);
    return first <= last ? [first, last] : [last, first];
  });
  ranges.sort((one, other) => one[0] - other[0]);
  const merged: [number, number][] = [];
  for (const range of ranges) {
    const before = merged.at(-1);
    if (before !== undefined && range[0] <= before[1] + 1)
      before[1] = Math.max(before[1], range[1]);
    else merged.push(range);
  }
  return merged;
}

export function contains(ranges: Ranges, number: number): boolean {
  return ranges.some(([first, last]) => first <= number && number <= last);
}

/** `1:3,7` for ascending numbers. */
export function formatSequenceSet(numbers: Iterable<number>): string {
  const parts: string[] = [];
  let first = 0;
  let last = -1;
  const close = (): void => {
    if (last >= first) parts.push(first === last ? `${first}` : `${first}:${last}`);
  };
  for (const number of numbers) {
    if (number !== last + 1 || last < first) {
      close();
      first = number;
    }
    last = number;
  }
  close();
  return parts.join(',');
}

/** Where in ascending `numbers` the first one not below `wanted` stands. */
export function lowerBound(numbers: readonly number[], wanted: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The positions (from 0) of those of the ascending `numbers` that lie in the ranges. */
export function* positionsIn(numbers: readonly number[], ranges: Ranges): Generator<number> {
  for (const [first, last] of ranges) {
    for (let at = lowerBound(numbers, first); (numbers[at] ?? Infinity) <= last; at += 1) yield at;
  }
}
