import { expect, test } from 'vitest';
import { expiryWarning } from '../../../electron/engine/session/transport/expiry-warning.ts';

const day = 24 * 60 * 60 * 1000;
const now = Date.UTC(2026, 0, 15);

/** @param lifetime in days @param left in days */
function warningOf(lifetime: number, left: number): string | undefined {
  const to = now + left * day;
  const text = (time: number) => new Date(time).toUTCString();
  return expiryWarning({ valid_from: text(to - lifetime * day), valid_to: text(to) }, now)?.message;
}

test.each([
  [365, 30, false],
  [365, 13, true],
  [90, 20, false],
  [90, 5, true],
  [6, 3, false],
  [6, 0.5, true],
  [90, -1, false],
])('a certificate of %d days with %d left: %s', (lifetime, left, warns) => {
  expect(warningOf(lifetime, left) !== undefined).toBe(warns);
});

test('it says the day', () => {
  expect(warningOf(365, 3)).toContain('2026-01-18');
});
