import { describe, expect, test } from 'vitest';
import { median, summarise, type Timing } from './results.ts';

const timing = (contestant: string, seconds: number, peakMemory?: number): Timing => ({
  race: 'M',
  phase: 'first run',
  contestant,
  seconds,
  peakMemory,
});

describe('median', () => {
  test('is the value in the middle, whatever the order', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([7])).toBe(7);
  });

  test('of an even number is between the two in the middle', () => {
    expect(median([10, 1, 2, 4])).toBe(3);
  });

  test('of nothing is an error', () => {
    expect(() => median([])).toThrow('Nothing has no median');
  });
});

test('what was timed more than once is one result, with the greatest memory', () => {
  const timings = [
    timing('one', 3, 50),
    timing('other', 1),
    timing('one', 5, 90),
    timing('one', 4),
  ];
  expect(summarise(timings)).toEqual([
    { race: 'M', phase: 'first run', contestant: 'one', runs: 3, seconds: 4, peakMemory: 90 },
    {
      race: 'M',
      phase: 'first run',
      contestant: 'other',
      runs: 1,
      seconds: 1,
      peakMemory: undefined,
    },
  ]);
});

test('races and phases are told apart', () => {
  const again: Timing = { ...timing('one', 1), phase: 'no-op' };
  const elsewhere: Timing = { ...timing('one', 2), race: 'L' };
  expect(summarise([timing('one', 3), again, elsewhere]).map(each => each.seconds)).toEqual([
    3, 1, 2,
  ]);
});
