const numbers = new Intl.NumberFormat('en-GB');
const moments = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'UTC',
});
const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** 12,345 */
export function number(value: number): string {
  return numbers.format(value);
}

/** 1 message, 2 messages */
export function counted(value: number, noun: string): string {
  return `${number(value)} ${noun}${value === 1 ? '' : 's'}`;
}

/** @param octets as people say it, in powers of 1000 */
export function size(octets: number): string {
  if (octets < 1000) return `${octets} B`;
  const units = ['kB', 'MB', 'GB', 'TB'];
  let value = octets / 1000;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value.toFixed(1)} ${units[unit]}`;
}

/** @param milliseconds since 1970 UTC */
export function moment(milliseconds: number): string {
  return `${moments.format(milliseconds)} UTC`;
}

/** @param milliseconds since 1970 UTC, of a midnight */
export function day(milliseconds: number): string {
  return days.format(milliseconds);
}

/** Server text where control characters could move the cursor, and marks of direction turn the text around. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, '\ufffd');
}
