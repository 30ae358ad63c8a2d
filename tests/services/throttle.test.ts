import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Throttle } from '../../electron/services/throttle.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('acts at once, then at most once an interval, and never forgets the last request', () => {
  const times: number[] = [];
  const begin = Date.now();
  const throttle = new Throttle(100, () => times.push(Date.now() - begin));
  for (let millisecond = 0; millisecond < 250; millisecond += 10) {
    throttle.request();
    vi.advanceTimersByTime(10);
  }
  vi.advanceTimersByTime(1_000);
  expect(times).toEqual([0, 100, 200, 300]);
});

test('a flush acts at once, and what was requested before is done with it', () => {
  let acts = 0;
  const throttle = new Throttle(100, () => {
    acts += 1;
  });
  throttle.request();
  throttle.request();
  throttle.flush();
  vi.advanceTimersByTime(1_000);
  expect(acts).toBe(2);
});
