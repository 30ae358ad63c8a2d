import type { Invitation, Moment } from '../../../shared/contract.ts';

/**
 * When an event is, in words: points in time in the reader's own zone, which is named; days as days; what a clock shows
 * somewhere as it shows it.
 * @param elsewhere what to say where nobody knows which zone a clock is in
 * @returns '' where nothing is known
 */
export function eventTime(
  { start, end }: Pick<Invitation, 'start' | 'end'>,
  language: string,
  elsewhere: string,
): string {
  if (start === undefined) return '';
  const last = end?.kind === start.kind ? end : start;
  if (start.kind === 'day') return range(day(language), start, last);
  const format = clock(language, start.kind === 'local' ? 'UTC' : undefined);
  const said = range(format, start, last);
  if (start.kind === 'local') return `${said} (${start.zone || elsewhere})`;
  return `${said} (${zoneName(language, pointOf(start))})`;
}

/** The day of something that ends then. */
export function lastDay(moment: Moment, language: string): string {
  if (moment.kind === 'time') {
    return new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(moment.time);
  }
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    pointOf(moment),
  );
}

function range(format: Intl.DateTimeFormat, start: Moment, end: Moment): string {
  const [from, to] = [pointOf(start), pointOf(end)];
  return to > from ? format.formatRange(from, to) : format.format(from);
}

/** Milliseconds since 1970, of days and clocks as if they were in UTC. */
function pointOf(moment: Moment): number {
  switch (moment.kind) {
    case 'time':
      return moment.time;
    case 'day':
      return Date.parse(`${moment.day}T00:00Z`);
    case 'local':
      return Date.parse(`${moment.local}Z`);
  }
}

function day(language: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' });
}

function clock(language: string, timeZone: string | undefined): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short', timeZone });
}

function zoneName(language: string, time: number): string {
  const format = new Intl.DateTimeFormat(language, { timeZoneName: 'short' });
  const name = format.formatToParts(time).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const { timeZone } = format.resolvedOptions();
  return timeZone === name ? name : `${timeZone}, ${name}`;
}
