import { wholeNumber, wrong } from '../argument-values.ts';

/** Ten years and more; what is larger is a slip of the finger. */
const mostDays = 36_500;

const factors: Readonly<Record<string, number>> = { '': 1, k: 1e3, M: 1e6, G: 1e9 };

/** @returns midnight UTC of a day written as 2024-03-01, in milliseconds since 1970 */
export function readDate(value: string | undefined, option: string): number | undefined {
  if (value === undefined) return undefined;
  const time = /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  // Date.parse carries 2024-02-31 over into March.
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(value)) return time;
  throw wrong(`${option} takes a day such as 2024-03-01, not '${value}'`, 'Correct it.');
}

/** @returns bytes of a size written as 500k, 10M, 1G or a plain number */
export function readSize(value: string | undefined, option: string): number | undefined {
  if (value === undefined) return undefined;
  const [, digits, unit = ''] = /^(\d{1,9})([kMG]?)$/.exec(value) ?? [];
  const bytes = Number(digits) * (factors[unit] ?? Number.NaN);
  // What a server can be asked about is a 32-bit number (RFC 9051 section 9, "number").
  if (bytes <= 0xffff_ffff) return bytes;
  throw wrong(
    `${option} takes a size such as 500k or 10M, at most 4G, not '${value}'`,
    'Correct it.',
  );
}

export function readCount(value: string | undefined, option: string, unit: string) {
  return wholeNumber(value, `${option} (${unit})`, 1, mostDays);
}
