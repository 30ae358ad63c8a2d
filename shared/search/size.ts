/** Bytes; as everywhere in the app a kilobyte has 1,000. */
const units = [
  ['GB', 1_000_000_000],
  ['MB', 1_000_000],
  ['KB', 1_000],
] as const;

/** @param text 5MB, 1.5m, 1,5 MB without the space, 800k, 2048 @returns bytes; undefined for what is no size */
export function readSize(text: string): number | undefined {
  const [, number, unit] = /^(\d{1,12}(?:[.,]\d{1,9})?)([kmg])?i?b?$/i.exec(text) ?? [];
  if (number === undefined) return undefined;
  const factor = units.find(([name]) => name[0] === unit?.toUpperCase())?.[1] ?? 1;
  const bytes = Math.round(Number(number.replace(',', '.')) * factor);
  return Number.isSafeInteger(bytes) ? bytes : undefined;
}

/** In the largest unit that says it exactly; `readSize` reads it again. */
export function writeSize(bytes: number): string {
  const [unit, factor] = units.find(([, each]) => bytes > 0 && bytes % each === 0) ?? ['', 1];
  return `${bytes / factor}${unit}`;
}
