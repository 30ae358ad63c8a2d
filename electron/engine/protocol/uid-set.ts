import type { UidRanges } from './response.ts';

/*
 * Sets of UIDs as ranges, so that a million consecutive messages cost as much as one. All functions
 * take and give ranges that are ascending, disjoint and not adjacent; numbers are 1 to 2^32−1.
 */

/** RFC 9051 section 2.3.1.1 */
export const maxUid = 2 ** 32 - 1;

type Range = readonly [number, number];

/** @param uids in any order, repeated or not; what is no UID is left out */
export function fromNumbers(uids: Iterable<number>): UidRanges {
  const sorted = Float64Array.from(uids).sort();
  const ranges: [number, number][] = [];
  for (const uid of sorted) {
    if (uid >= 1 && uid <= maxUid) extend(ranges, uid, uid);
  }
  return ranges;
}

/** Of ranges in any order, overlapping or not, ends swapped or not. */
function normalise(ranges: Iterable<Range>): UidRanges {
  const sorted = Array.from(ranges, ([a, b]): Range => [Math.min(a, b), Math.max(a, b)]);
  const merged: [number, number][] = [];
  for (const [from, to] of sorted.sort((a, b) => a[0] - b[0])) extend(merged, from, to);
  return merged;
}

/** Adds a range that begins no earlier than any in `ranges`. */
function extend(ranges: [number, number][], from: number, to: number): void {
  const last = ranges.at(-1);
  if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to);
  else ranges.push([from, to]);
}

export function union(a: UidRanges, b: UidRanges): UidRanges {
  return unionAll([a, b]);
}

/** However many sets there are, their ranges are sorted once. */
export function unionAll(sets: readonly UidRanges[]): UidRanges {
  return normalise(sets.flat());
}

/** @returns what is in both */
export function intersect(a: UidRanges, b: UidRanges): UidRanges {
  const common: Range[] = [];
  let [i, j] = [0, 0];
  for (let [x, y] = [a[i], b[j]]; x !== undefined && y !== undefined; [x, y] = [a[i], b[j]]) {
    const from = Math.max(x[0], y[0]);
    const to = Math.min(x[1], y[1]);
    if (from <= to) common.push([from, to]);
    if (x[1] < y[1]) i++;
    else j++;
  }
  return common;
}

/** @returns what is in `a` and not in `b` */
export function subtract(a: UidRanges, b: UidRanges): UidRanges {
  return intersect(a, complement(b));
}

function complement(ranges: UidRanges): UidRanges {
  const gaps: Range[] = [];
  let next = 1;
  for (const [from, to] of ranges) {
    if (from > next) gaps.push([next, from - 1]);
    next = to + 1;
  }
  if (next <= maxUid) gaps.push([next, maxUid]);
  return gaps;
}

export function contains(ranges: UidRanges, uid: number): boolean {
  let [low, high] = [0, ranges.length - 1];
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const range = ranges[middle];
    if (range === undefined) return false;
    if (uid < range[0]) high = middle - 1;
    else if (uid > range[1]) low = middle + 1;
    else return true;
  }
  return false;
}

/** @returns how many UIDs the set has */
export function count(ranges: UidRanges): number {
  return ranges.reduce((sum, [from, to]) => sum + to - from + 1, 0);
}

/** @returns those that pass, at the cost of ranges however many they are */
export function filter(ranges: UidRanges, test: (uid: number) => boolean): UidRanges {
  const passing: [number, number][] = [];
  for (const [from, to] of ranges) {
    for (let uid = from; uid <= to; uid++) if (test(uid)) extend(passing, uid, uid);
  }
  return passing;
}

/** @returns the same set, cut into such of at most `size` UIDs each, in order */
export function cut(ranges: UidRanges, size: number): UidRanges[] {
  const pieces: [number, number][][] = [];
  let room = 0;
  for (const [first, last] of ranges) {
    for (let from = first; from <= last; ) {
      if (room === 0) {
        pieces.push([]);
        room = size;
      }
      const to = Math.min(last, from + room - 1);
      pieces.at(-1)?.push([from, to]);
      room -= to - from + 1;
      from = to + 1;
    }
  }
  return pieces;
}

export function* numbers(ranges: UidRanges): Generator<number> {
  for (const [from, to] of ranges) for (let uid = from; uid <= to; uid++) yield uid;
}

/**
 * `sequence-set` (RFC 9051 section 9), ascending: QQ answers BAD to a descending set.
 *
 * @param maxLength octets of each text; servers bound command lines at 8000 (RFC 7162 section 4)
 * @returns as many texts as that takes, none for an empty set
 */
export function formatUidSet(ranges: UidRanges, maxLength = 7000): string[] {
  const texts: string[] = [];
  let text = '';
  for (const [from, to] of ranges) {
    const range = from === to ? String(from) : `${from}:${to}`;
    if (text !== '' && text.length + 1 + range.length > maxLength) {
      texts.push(text);
      text = '';
    }
    text += text === '' ? range : `,${range}`;
  }
  if (text !== '') texts.push(text);
  return texts;
}

/**
 *     sequence-set = (seq-number / seq-range) ["," sequence-set]               RFC 9051 section 9
 *
 * `*` stands for the largest UID there can be.
 * @returns undefined when the text is no set
 */
export function parseUidSet(text: string): UidRanges | undefined {
  const ranges: Range[] = [];
  for (const part of text.split(',')) {
    const colon = part.indexOf(':');
    const from = uidOf(colon < 0 ? part : part.slice(0, colon));
    const to = colon < 0 ? from : uidOf(part.slice(colon + 1));
    if (from === undefined || to === undefined) return undefined;
    ranges.push([from, to]);
  }
  return normalise(ranges);
}

function uidOf(text: string): number | undefined {
  if (text === '*') return maxUid;
  const uid = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  return uid >= 1 && uid <= maxUid ? uid : undefined;
}
