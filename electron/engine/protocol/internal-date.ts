const months = 'janfebmaraprmayjunjulaugsepoctnovdec';
/** What stands behind the day: `-Mon-yyyy hh:mm:ss`, each figure and separator at its place. */
const shape = { month: 1, year: 5, hour: 10, minute: 13, second: 16, end: 18 } as const;
const separators = [
  [4, '-'],
  [9, ' '],
  [12, ':'],
  [15, ':'],
] as const;
/** ` +hhmm` */
const zoneLength = 6;

/**
 *     date-time = DQUOTE date-day-fixed "-" date-month "-" date-year SP time SP zone DQUOTE
 *                                                                      RFC 9051 section 9
 *
 * Read figure by figure: every message has one, and a pattern makes a dozen texts of each.
 *
 * @returns milliseconds since 1970 UTC; undefined when it is no date, since a message is worth
 *   keeping without one
 */
export function parseInternalDate(text: string): number | undefined {
  const dash = text.indexOf('-');
  const firstOfDay = text.startsWith(' ') ? 1 : 0;
  const dayLength = dash - firstOfDay;
  if (dayLength < 1 || dayLength > 2) return undefined;
  if (separators.some(([at, separator]) => text[dash + at] !== separator)) return undefined;
  const name = text.slice(dash + shape.month, dash + shape.month + 3).toLowerCase();
  const month = months.indexOf(name) / 3;
  const local = Date.UTC(
    figure(text, dash + shape.year, 4),
    Number.isInteger(month) && month >= 0 ? month : Number.NaN,
    figure(text, firstOfDay, dayLength),
    figure(text, dash + shape.hour, 2),
    figure(text, dash + shape.minute, 2),
    figure(text, dash + shape.second, 2),
  );
  const date = local - zoneAt(text, dash + shape.end);
  return Number.isNaN(date) ? undefined : date;
}

/** @returns milliseconds east of UTC; 0 where the text ends before it, NaN where it is no zone */
function zoneAt(text: string, at: number): number {
  if (text.length === at) return 0;
  const sign = { '+': 1, '-': -1 }[text.charAt(at + 1)] ?? Number.NaN;
  if (text.length !== at + zoneLength || text[at] !== ' ') return Number.NaN;
  return sign * (figure(text, at + 2, 2) * 60 + figure(text, at + 4, 2)) * 60_000;
}

/** @returns NaN where not all of it are digits */
function figure(text: string, start: number, length: number): number {
  let value = 0;
  for (let at = start; at < start + length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}
