import { describe, expect, test } from 'vitest';
import { Suspects } from '../../../../electron/engine/run/download/suspects.ts';

const onlyGivenUp = { giveUp: true, isProgress: false };
const nothing = { giveUp: false, isProgress: false };
const found = { giveUp: false, isProgress: true };
const givenUp = { giveUp: true, isProgress: true };

describe('messages that break the connection', () => {
  test('are found and given up at the third break, both of which is progress', () => {
    const suspects = new Suspects([], true);
    expect([1, 2, 3].map(() => suspects.broke(7, true))).toEqual([found, nothing, givenUp]);
  });

  test('are not credible while nothing has been received, though certain ones are given up', () => {
    const suspects = new Suspects([], false);
    expect([1, 2, 3].map(() => suspects.broke(7, true))).toEqual([nothing, nothing, onlyGivenUp]);
    expect([1, 2, 3].map(() => suspects.broke(8, false))).toEqual([nothing, nothing, nothing]);
  });

  test('are credible once a message has been received, or where an earlier run gave them up', () => {
    const suspects = new Suspects([9], false);
    expect([1, 2, 3].map(() => suspects.broke(9, false))).toEqual([found, nothing, givenUp]);
    suspects.received();
    expect([1, 2, 3].map(() => suspects.broke(10, false))).toEqual([found, nothing, givenUp]);
  });

  test('are no excuse for a server that breaks at every message', () => {
    const suspects = new Suspects([], true);
    const verdicts = Array.from({ length: 12 }, (_, uid) => suspects.broke(uid, true).isProgress);
    expect(verdicts).toEqual([...Array(10).fill(true), false, false]);
    suspects.received();
    expect(suspects.broke(99, true)).toEqual(found);
  });
});
