/** Beginnings of months as the field's programs write them, in English and in other languages. */
const months: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen', 'led', 'янв'],
  ['feb', 'fév', 'fev', 'úno', 'фев'],
  ['mar', 'mär', 'mrz', 'maa', 'mrt', 'bře', 'мар'],
  ['apr', 'avr', 'abr', 'dub', 'апр'],
  ['may', 'mai', 'mei', 'mag', 'maj', 'kvě', 'май', 'мая'],
  ['jun', 'juin', 'giu', 'červn', 'čvn', 'июн'],
  ['jul', 'juil', 'lug', 'červe', 'čvc', 'июл'],
  ['aug', 'aoû', 'aou', 'ago', 'srp', 'авг'],
  ['sep', 'set', 'zář', 'сен'],
  ['oct', 'okt', 'ott', 'out', 'říj', 'окт'],
  ['nov', 'lis', 'ноя'],
  ['dec', 'dez', 'déc', 'dic', 'pro', 'дек'],
];

/** Hours from UTC; RFC 5322 section 4.3 and what stands beside it. Names that are not here count as UTC. */
const zones: ReadonlyMap<string, number> = new Map([
  ...Object.entries({ EST: -5, EDT: -4, CST: -6, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7 }),
  ...Object.entries({ CET: 1, MET: 1, MEZ: 1, CEST: 2, MEST: 2, MESZ: 2, SEČ: 1, SELČ: 2 }),
  ...Object.entries({ EET: 2, EEST: 3, WEST: 1, BST: 1, MSK: 3, JST: 9, KST: 9, HKT: 8 }),
]);

/** Nobody writes more. */
const longest = 200;

const time = /(\d{1,2}):(\d{1,2})(?:[:.](\d{1,2})(?:[.,]\d+)?)?\s*([ap]m\b)?/i;
const timeWithDots = /(?<=\d{4}\s)(\d{1,2})\.(\d{2})(?:\.(\d{2}))?/;
const numbersWithDots = /(?:^|[\s,])(\d{1,2})\.(\d{1,2})\.(\d{4})\s/;
const isoDate = /(?:^|\s)(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:T|\s|$)/i;
const dayFirst =
  /(?:^|[\s,])(\d{1,2})(?:st|nd|rd|th)?[\s.-]+(\p{L}{3,12})\.?[\s,.-]+(\d{2,4})(?!\d|:)/u;
const monthFirst = /(?:^|[\s,])(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,|\s)/u;

/** A moment and the clock by which it was written down. */
export interface Moment {
  /** Milliseconds since 1970 UTC. */
  readonly time: number;
  /** What that clock is ahead of UTC, milliseconds. */
  readonly zone: number;
}

/** The {@link parseMoment} of a message. @returns milliseconds since 1970 UTC */
export function parseDate(field: string): number | undefined {
  return parseMoment(field)?.time;
}

/**
 * The date of a message (RFC 5322 section 3.3 and 4.3, RFC 3339, asctime), in any of the forms that are met. Without
 * a zone it counts as UTC, so that it is the same on every computer.
 * @returns undefined where there is none, or one that never was
 */
export function parseMoment(field: string): Moment | undefined {
  const text = field
    .slice(0, longest)
    .replace(/\([^()]*\)/g, ' ')
    .trim();
  const clock = time.exec(text) ?? timeWithDots.exec(text);
  const [before, after] =
    clock === null
      ? [text, '']
      : [text.slice(0, clock.index), text.slice(clock.index + clock[0].length)];
  const day = dayOf(`${before.replace(/T$/i, ' ')} `, after);
  if (day === undefined) return undefined;
  const [year, month, date] = day;
  const [hours, minutes, seconds] = clockOf(clock);
  const start = new Date(Date.UTC(2000, 0, 1));
  start.setUTCFullYear(year, month, date);
  if (start.getUTCMonth() !== month || start.getUTCDate() !== date) return undefined;
  if (year < 1900 || hours > 23 || minutes > 59 || seconds > 60) return undefined;
  const zone = zoneOf(after);
  const asWritten = start.getTime() + ((hours * 60 + minutes) * 60 + seconds) * 1_000;
  return { time: asWritten - zone, zone };
}

type Day = [year: number, month: number, date: number];

function dayOf(before: string, after: string): Day | undefined {
  const iso = isoDate.exec(before);
  if (iso !== null) return [Number(iso[1]), Number(iso[2]) - 1, Number(iso[3])];
  const dotted = numbersWithDots.exec(before);
  if (dotted !== null) return [Number(dotted[3]), Number(dotted[2]) - 1, Number(dotted[1])];
  const [, date, month = '', year] = dayFirst.exec(before) ?? [];
  if (date !== undefined && year !== undefined) return named(year, month, date);
  const [, first = '', second] = monthFirst.exec(before) ?? [];
  const behind = /(?:^|\s)(\d{4})(?:\s|$)/.exec(after)?.[1] ?? /\b(\d{4})\b/.exec(before)?.[1];
  return second === undefined || behind === undefined ? undefined : named(behind, first, second);
}

/** Years of two and three digits: RFC 5322 section 4.3. */
function named(year: string, month: string, date: string): Day | undefined {
  const name = month.toLowerCase();
  const index = months.findIndex(starts => starts.some(start => name.startsWith(start)));
  const number = Number(year);
  const century = year.length === 2 ? (number < 50 ? 2000 : 1900) : year.length === 3 ? 1900 : 0;
  return index < 0 ? undefined : [number + century, index, Number(date)];
}

function clockOf(match: RegExpExecArray | null): [number, number, number] {
  const [, hours = '0', minutes = '0', seconds = '0', half] = match ?? [];
  const hour = Number(hours);
  if (half === undefined) return [hour, Number(minutes), Number(seconds)];
  return [(hour % 12) + (/^p/i.test(half) ? 12 : 0), Number(minutes), Number(seconds)];
}

/** @param text behind the time @returns milliseconds */
function zoneOf(text: string): number {
  const [, sign, hours, minutes] = /([+-])(\d{1,2}):?(\d{2})\b/.exec(text) ?? [];
  if (sign !== undefined && Number(hours) < 24 && Number(minutes) < 60) {
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  }
  const name = /\p{L}{1,5}/u.exec(text)?.[0].toUpperCase();
  return (zones.get(name ?? '') ?? 0) * 3_600_000;
}
