/** Days from which on an account that nothing was archived of needs the person. */
const staleFrom = 30;

/**
 * How many of the person's days lie between.
 * @param today the beginning of one, milliseconds since 1970
 * @returns below 0 for a day to come: the clock was set back, or was wrong then
 */
export function daysSince(time: number, today: number): number {
  return Math.round((today - new Date(time).setHours(0, 0, 0, 0)) / 86_400_000);
}

/** @param complete when everything was archived, milliseconds since 1970 */
export function isStale(complete: number, today: number): boolean {
  return daysSince(complete, today) >= staleFrom;
}
