import { expect, test } from 'vitest';
import { secondRunOf } from '../large/large.ts';
import { roundTripsOfSecondRun } from '../wire.ts';
import type { Findings } from './findings.ts';
import { someResults } from './some-results.ts';
import { targets, type Verdict, verdicts } from './targets.ts';

function verdict(what: string, against: string, findings: Partial<Findings>): Verdict | undefined {
  const all = verdicts(targets, { results: someResults, figures: [], ...findings });
  return all.find(each => each.what === what && each.against === against);
}

test('how much faster than a peer, where more is better', () => {
  const found = verdict('M, first run', 'mbsync', {});
  expect(found).toMatchObject({ bound: 'at least', limit: 5, value: 5.5, met: true });
});

test('the limit is the faster of the two drains', () => {
  const found = verdict('M, first run', 'limit (drain)', {});
  expect(found).toMatchObject({ bound: 'at most', limit: 1.5, value: 2, met: false });
});

test('what was not measured is neither met nor missed', () => {
  const found = verdict('M, first run', 'one at a time', {});
  expect(found).toMatchObject({ value: undefined, met: undefined });
  const memory = verdict('peak memory, any preset', '', { results: [] });
  expect(memory).toMatchObject({ value: undefined, met: undefined });
});

test('memory counts ours alone, in megabytes', () => {
  expect(verdict('peak memory, any preset', '', {})).toMatchObject({ value: 100, met: true });
});

test('figures are compared with their bound and with one another', () => {
  const figures = [
    { name: roundTripsOfSecondRun('L'), value: 11 },
    { name: secondRunOf(10_000), value: 0.2 },
    { name: secondRunOf(1_000_000), value: 0.3 },
  ];
  expect(verdict('L, no-op', '', { figures })).toMatchObject({ value: 11, met: false });
  const million = verdict('no-op of 1,000,000 messages', 'our no-op of 10,000', { figures });
  expect(million?.value).toBeCloseTo(1.5);
  expect(million?.met).toBe(true);
});
