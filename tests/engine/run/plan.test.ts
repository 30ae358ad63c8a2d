import fc from 'fast-check';
import { expect, test } from 'vitest';
import { batches, halves, missingUids } from '../../../electron/engine/run/plan.ts';
import { isConnectionLoss, waitBeforeReconnection } from '../../../electron/engine/run/retry.ts';
import { defaults } from '../../../shared/defaults.ts';

test('only what is not stored is fetched, in order', () => {
  const stored = new Set([2, 4]);
  expect(missingUids([1, 2, 3, 4, 5], uid => stored.has(uid))).toEqual([1, 3, 5]);
});

test('batches hold every message once, and halving one loses none', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(), { maxLength: 1500 }), uids => {
      expect(batches(uids).flat()).toEqual(uids);
      expect(halves(uids).flat()).toEqual(uids);
    }),
  );
  const [first, second] = halves([1, 2, 3]);
  expect([first, second]).toEqual([[1, 2], [3]]);
});

test('a lost connection is made anew, each time after a longer wait, and not for ever', () => {
  const waits = [1, 2, 3].map(waitBeforeReconnection);
  expect(waits).toEqual([...waits].sort((a, b) => Number(a) - Number(b)));
  expect(new Set(waits).size).toBe(3);
  expect(waitBeforeReconnection(defaults.reconnections + 1)).toBeUndefined();
  expect(isConnectionLoss('receive')).toBe(true);
  expect(isConnectionLoss('login-refused')).toBe(false);
});
