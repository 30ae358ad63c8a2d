/**
 * A filter means a day of the calendar, whichever zone a person or a server is in: it is kept as the start of that
 * day in UTC. A date field has the start of the day where the person is.
 */

/** @param start of the day where the person is, milliseconds since 1970 UTC */
export function utcDay(start: number): number {
  const day = new Date(start);
  return Date.UTC(day.getFullYear(), day.getMonth(), day.getDate());
}

/** @param day a moment of it in UTC. @returns its start where the person is */
export function localDay(day: number): number {
  const date = new Date(day);
  return new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()).getTime();
}
