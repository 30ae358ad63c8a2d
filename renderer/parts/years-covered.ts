import type { Stock } from '../../shared/contract.ts';

/** `2004–2026`, or the one year; undefined where nothing is known or there is nothing. */
export function yearsCovered(stock: Stock | undefined): string | undefined {
  const first = stock?.years[0]?.year;
  const last = stock?.years.at(-1)?.year;
  if (first === undefined) return undefined;
  return first === last ? `${first}` : `${first}–${last}`;
}
