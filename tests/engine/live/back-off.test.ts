import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BackOff } from '../../../electron/engine/live/back-off.ts';

const second = 1_000;
const hour = 3_600 * second;

describe('the waits between two tries', () => {
  test('there is no storm, whatever a server does: no more than a few logins a minute, for hours', () => {
    const losses = fc.array(fc.integer({ min: 0, max: 60 * second }), { minLength: 1 });
    fc.assert(
      fc.property(
        losses,
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (stood, chance) => {
          const backOff = new BackOff(() => chance);
          let [now, tries, at] = [0, 0, 0];
          while (now < hour) {
            const good = stood[at++ % stood.length] ?? 0;
            now += good + backOff.next(good);
            tries += 1;
          }
          // Five seconds of a line that stands make up for one loss.
          expect(tries).toBeLessThan(hour / (5 * second) + 30);
        },
      ),
    );
  });

  test('a server that turns everybody away is asked once in minutes; one that stood, at once', () => {
    const backOff = new BackOff(() => 0.999);
    const waits = Array.from({ length: 12 }, () => backOff.next(0));
    expect(waits.at(-1)).toBeGreaterThan(290 * second);
    expect(Math.max(...waits)).toBeLessThanOrEqual(300 * second);
    expect(backOff.next(hour)).toBeLessThanOrEqual(second);
    backOff.next(0);
    backOff.forget();
    expect(backOff.next(0)).toBeLessThanOrEqual(second);
  });

  test('no two accounts come back at one moment', () => {
    const waits = [0, 0.5, 0.9].map(chance => new BackOff(() => chance).next(0));
    expect(waits).toEqual([250, 375, 475]);
  });
});
