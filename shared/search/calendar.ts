/** A year, month or day as people write it: 2024, 2024-03, 2024-03-05, 2024/3/5, 5.3.2024, 3.2024. */
const forms = [
  /^(?<year>\d{4})(?:[-/.](?<month>\d{1,2})(?:[-/.](?<day>\d{1,2}))?)?$/,
  /^(?:(?<day>\d{1,2})\.)?(?<month>\d{1,2})\.(?<year>\d{4})$/,
];

export interface Period {
  /** `2024`, `2024-03` or `2024-03-05`. */
  readonly day: string;
  /** Its first millisecond in the time zone of this process, and the first one after it. */
  readonly start: number;
  readonly end: number;
}

/** @returns undefined for what is no date */
export function readDay(text: string): Period | undefined {
  for (const form of forms) {
    const { year, month, day } = form.exec(text)?.groups ?? {};
    if (year !== undefined) return period(Number(year), numberOf(month), numberOf(day));
  }
  return undefined;
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

function period(year: number, month?: number, day?: number): Period | undefined {
  // The constructor takes a year below 100 for one of the last century.
  if (year < 1000) return undefined;
  const start = new Date(year, (month ?? 1) - 1, day ?? 1);
  const isReal = start.getMonth() === (month ?? 1) - 1 && start.getDate() === (day ?? 1);
  if (!isReal) return undefined;
  const end =
    month === undefined
      ? new Date(year + 1, 0, 1)
      : day === undefined
        ? new Date(year, month, 1)
        : new Date(year, month - 1, day + 1);
  const levels = [month, day].filter(each => each !== undefined);
  const written = [year, ...levels.map(each => String(each).padStart(2, '0'))].join('-');
  return { day: written, start: start.getTime(), end: end.getTime() };
}
