import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromNumbers, numbers } from '../../../../electron/engine/protocol/uid-set.ts';
import {
  isConnectionLoss,
  waitBeforeReconnection,
} from '../../../../electron/engine/run/connection/retry.ts';
import { batches, halves } from '../../../../electron/engine/run/download/batches.ts';
import type { FailureKind } from '../../../../shared/model/failure.ts';

test('batches hold every message once, and halving one loses none', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 4000 }), { maxLength: 1500 }), uids => {
      const asked = fromNumbers(uids);
      for (const cut of [batches(asked), halves(asked)]) {
        expect(cut.flatMap(set => [...numbers(set)])).toEqual([...numbers(asked)]);
      }
      expect(batches(asked).every(set => [...numbers(set)].length <= 500)).toBe(true);
    }),
  );
  expect(halves([[1, 3]])).toEqual([[[1, 2]], [[3, 3]]]);
});

const failureOf = (kind: FailureKind) =>
  ({ kind, scope: 'account', message: '', nextStep: '' }) as const;

test('a lost connection is made again, each time after a longer wait, up to half a minute', () => {
  const waits = [1, 2, 3].map(waitBeforeReconnection);
  expect(waits).toEqual([...waits].sort((a, b) => Number(a) - Number(b)));
  expect(new Set(waits).size).toBe(3);
  expect(waitBeforeReconnection(100)).toBe(30_000);
  expect(isConnectionLoss(failureOf('receive'))).toBe(true);
  expect(isConnectionLoss(failureOf('login-refused'))).toBe(false);
});
