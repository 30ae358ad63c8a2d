const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

export interface Formats {
  number(value: number): string;
  /** Bytes in the unit that reads best. */
  fileSize(value: number): string;
  /** Milliseconds since 1970 to a day. */
  day(time: number): string;
  /** A year, month or day, written as 2024, 2024-03 or 2024-03-05. */
  period(written: string): string;
  dayAndTime(time: number): string;
  timeOfDay(time: number): string;
  /** The day and time in words that fit into a row: today and yesterday by name. */
  when(time: number): string;
  /** The time today, else the day. */
  shortTime(time: number): string;
  /** The day and time, whatever day it is. */
  moment(time: number): string;
  /** Milliseconds that something took, to the second, from some minutes on to the minute. */
  took(milliseconds: number): string;
  /** Seconds, rounded up to whole seconds, minutes or hours. */
  duration(seconds: number): string;
}

const known = new Map<string, Formats>();

/** Numbers and dates as a language writes them; made once, because each row of a list asks for them. */
export function formatsFor(language: string): Formats {
  const formats = known.get(language) ?? newFormats(language);
  known.set(language, formats);
  return formats;
}

function newFormats(language: string): Formats {
  const number = new Intl.NumberFormat(language);
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  const month = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric' });
  const both = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const timeOfDay = new Intl.DateTimeFormat(language, { timeStyle: 'short' });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const formatsInUnits = new Map<string, Intl.NumberFormat>();
  const inUnit = (value: number, unit: string, unitDisplay: 'short' | 'long'): string => {
    const maximumFractionDigits = value < 10 && unit !== 'byte' ? 1 : 0;
    const key = `${unit} ${unitDisplay} ${maximumFractionDigits}`;
    const options = { style: 'unit', unit, unitDisplay, maximumFractionDigits } as const;
    const format = formatsInUnits.get(key) ?? new Intl.NumberFormat(language, options);
    formatsInUnits.set(key, format);
    return format.format(value);
  };
  return {
    number: value => number.format(value),
    fileSize(value) {
      let rest = value;
      let unit = 0;
      while (rest >= 1000 && unit < units.length - 1) {
        rest /= 1000;
        unit += 1;
      }
      return inUnit(rest, units[unit] ?? 'byte', unit === 0 ? 'long' : 'short');
    },
    day: time => day.format(time),
    period(written) {
      const [year = '', monthNumber, dayNumber] = written.split('-');
      if (monthNumber === undefined) return year;
      const start = new Date(Number(year), Number(monthNumber) - 1, Number(dayNumber ?? 1));
      return (dayNumber === undefined ? month : day).format(start);
    },
    dayAndTime: time => both.format(time),
    timeOfDay: time => timeOfDay.format(time),
    when(time) {
      const days = Math.round((startOfDay(time) - startOfDay(Date.now())) / 86_400_000);
      if (days < -1 || days > 0) return day.format(time);
      return `${relative.format(days, 'day')} ${timeOfDay.format(time)}`;
    },
    shortTime: time =>
      new Date(time).toDateString() === new Date().toDateString()
        ? timeOfDay.format(time)
        : day.format(time),
    moment(time) {
      const days = Math.round((startOfDay(time) - startOfDay(Date.now())) / 86_400_000);
      return days < -1 || days > 0
        ? both.format(time)
        : `${relative.format(days, 'day')} ${timeOfDay.format(time)}`;
    },
    took(milliseconds) {
      const seconds = Math.max(1, Math.round(milliseconds / 1000));
      if (seconds < 100) return inUnit(Math.round(seconds), 'second', 'short');
      const minutes = Math.round(seconds / 60);
      if (minutes < 100) return inUnit(minutes, 'minute', 'short');
      return inUnit(Math.round(minutes / 6) / 10, 'hour', 'short');
    },
    duration(seconds) {
      if (seconds <= 59) return inUnit(Math.max(1, Math.ceil(seconds)), 'second', 'long');
      const minutes = Math.ceil(seconds / 60);
      if (minutes < 90) return inUnit(minutes, 'minute', 'long');
      return inUnit(Math.round(minutes / 60), 'hour', 'long');
    },
  };
}

/** Of the person's own day. */
function startOfDay(time: number): number {
  return new Date(time).setHours(0, 0, 0, 0);
}
