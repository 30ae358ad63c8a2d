import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  contains,
  count,
  cut,
  filter,
  formatUidSet,
  fromNumbers,
  numbers,
  parseUidSet,
  subtract,
  union,
} from '../../../electron/engine/protocol/uid-set.ts';

const uids = fc.array(fc.integer({ min: 1, max: 60 }));
const max = 2 ** 32 - 1;

const sorted = (values: Iterable<number>) => [...new Set(values)].sort((a, b) => a - b);

describe('sets behave as sets of numbers', () => {
  test('union, difference, membership, count', () => {
    fc.assert(
      fc.property(uids, uids, (first, second) => {
        const [a, b] = [fromNumbers(first), fromNumbers(second)];
        const [inA, inB] = [new Set(first), new Set(second)];
        expect([...numbers(a)]).toEqual(sorted(first));
        expect([...numbers(union(a, b))]).toEqual(sorted([...first, ...second]));
        expect([...numbers(subtract(a, b))]).toEqual(sorted(first.filter(uid => !inB.has(uid))));
        expect(count(a)).toBe(inA.size);
        for (let uid = 0; uid <= 61; uid++) expect(contains(a, uid)).toBe(inA.has(uid));
      }),
    );
  });

  test('a part that passes a test, and pieces of a size', () => {
    fc.assert(
      fc.property(uids, fc.integer({ min: 1, max: 7 }), (chosen, size) => {
        const set = fromNumbers(chosen);
        const isEven = (uid: number) => uid % 2 === 0;
        expect(filter(set, isEven)).toEqual(fromNumbers(chosen.filter(isEven)));
        const pieces = cut(set, size).map(piece => [...numbers(piece)]);
        expect(pieces.flat()).toEqual(sorted(chosen));
        expect(pieces.slice(0, -1).every(piece => piece.length === size)).toBe(true);
        expect(pieces.at(-1)?.length ?? size).toBeLessThanOrEqual(size);
      }),
    );
    expect(filter([[max, max]], () => true)).toEqual([[max, max]]);
  });

  test('they are ascending, disjoint and not adjacent', () => {
    expect(fromNumbers([9, 3, 2, 1, 3, 5])).toEqual([
      [1, 3],
      [5, 5],
      [9, 9],
    ]);
    expect(parseUidSet('7:5,1:2,3:4,6:9')).toEqual([[1, 9]]);
  });

  test('what is no UID is left out', () => {
    expect(fromNumbers([0, -1, 1, max, max + 1, Number.NaN])).toEqual([
      [1, 1],
      [max, max],
    ]);
  });

  test('the largest UID', () => {
    const last = [[max, max]] as const;
    expect(subtract([[1, max]], last)).toEqual([[1, max - 1]]);
    expect(subtract(last, last)).toEqual([]);
    expect(subtract(last, [])).toEqual(last);
  });

  test('a million numbers', () => {
    const all = fromNumbers(Array.from({ length: 1_000_000 }, (_, index) => 1_000_000 - index));
    expect(all).toEqual([[1, 1_000_000]]);
    expect(count(all)).toBe(1_000_000);
  });
});

describe('text', () => {
  test('what is written reads back, in pieces of bounded length', () => {
    fc.assert(
      fc.property(uids, fc.integer({ min: 12, max: 40 }), (values, maxLength) => {
        const ranges = fromNumbers(values);
        const texts = formatUidSet(ranges, maxLength);
        for (const text of texts) expect(text.length).toBeLessThanOrEqual(maxLength);
        const read = texts.map(text => parseUidSet(text) ?? expect.unreachable());
        expect(read.reduce(union, [])).toEqual(ranges);
      }),
    );
  });

  test('ascending, since QQ refuses others', () => {
    expect(formatUidSet(union([[7, 9]], [[3, 3]]))).toEqual(['3,7:9']);
    expect(formatUidSet([])).toEqual([]);
  });

  test.each([
    ['4', [[4, 4]]],
    ['4:1', [[1, 4]]],
    [
      '7,1:3,2:5',
      [
        [1, 5],
        [7, 7],
      ],
    ],
    ['3:*', [[3, max]]],
    [`${max}`, [[max, max]]],
  ])('%s', (text, ranges) => {
    expect(parseUidSet(text)).toEqual(ranges);
  });

  test.each(['', '0', '1,', ',1', '1:', '1:2:3', '-1', '4294967296', 'x', '1 2', '1.5'])(
    '%j is no set',
    text => {
      expect(parseUidSet(text)).toBeUndefined();
    },
  );
});
