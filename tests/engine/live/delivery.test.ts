import { describe, expect, test } from 'vitest';
import { dovecotMissing } from '../../servers/dovecot.ts';
import { watchFor } from './a-day.ts';
import { deliver, percentile } from './delivery.ts';

/** Small parts of `prove live`. */
const small = {
  ...{ messages: 25, during: 4_000, cuts: 2, suspensions: 1, suspended: 700, seed: 3 },
};

const missing = dovecotMissing();
describe.skipIf(missing !== undefined)(`mail that Dovecot tells of (${missing ?? 'there'})`, () => {
  test.each([
    ['notify', 'folders'],
    ['idle', 'flat'],
  ] as const)('is on disk within seconds: %s, %s', { timeout: 90_000 }, async (way, layout) => {
    const { latencies } = await deliver({ ...small, way, layout });
    // On a machine that does much else; the proof measures five.
    expect(percentile(latencies, 100)).toBeLessThan(20_000);
  });
});

test('an hour makes no storm of connections', { timeout: 60_000 }, async () => {
  const { connections } = await watchFor(1, 900, 'NOTIFY', 'flat');
  expect(connections).toBeLessThan(30);
});
