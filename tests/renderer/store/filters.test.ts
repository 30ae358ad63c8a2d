import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDay, utcDay } from '../../../renderer/store/days.ts';
import { filterFaults, isFiltered } from '../../../renderer/store/filters.ts';

const year2100 = Date.UTC(2100, 0, 1);

describe('a day', () => {
  test('means the same on the calendar in UTC and where the person is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: year2100 }), moment => {
        const local = new Date(moment).setHours(0, 0, 0, 0);
        const utc = utcDay(local);
        const parts = (date: Date) => [
          date.getUTCFullYear(),
          date.getUTCMonth(),
          date.getUTCDate(),
        ];
        const day = new Date(local);
        expect(parts(new Date(utc))).toEqual([day.getFullYear(), day.getMonth(), day.getDate()]);
        expect(utc % 86_400_000).toBe(0);
        expect(utcDay(localDay(utc))).toBe(utc);
      }),
    );
  });
});

describe('filters', () => {
  test('are faulty exactly where no message can fit', () => {
    const days = fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined });
    const sizes = fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined });
    fc.assert(
      fc.property(
        days,
        days,
        sizes,
        sizes,
        (receivedSince, receivedBefore, largerThan, smallerThan) => {
          const filters = {
            unseenOnly: false,
            receivedSince,
            receivedBefore,
            largerThan,
            smallerThan,
          };
          const all = Array.from({ length: 12 }, (_, value) => value);
          const dates = all.some(on => on >= (receivedSince ?? 0) && on < (receivedBefore ?? 99));
          const bytes = all.some(size => size > (largerThan ?? -1) && size < (smallerThan ?? 99));
          // A bound of nothing at all fits nothing either, and is nobody's contradiction.
          fc.pre(receivedBefore !== 0 && smallerThan !== 0);
          expect(filterFaults(filters)).toEqual([
            ...(dates ? [] : ['dates']),
            ...(bytes ? [] : ['sizes']),
          ]);
        },
      ),
    );
  });

  test('are none where nothing is asked for', () => {
    expect(isFiltered({ unseenOnly: false })).toBe(false);
    expect(isFiltered({ unseenOnly: true })).toBe(true);
    expect(isFiltered({ unseenOnly: false, largerThan: 0 })).toBe(true);
  });
});
