import { failureWords } from '../../../shared/i18n/failure-words.ts';
import { i18n, loadLanguage } from '../../../shared/i18n/i18n.ts';
import type { Language } from '../../../shared/i18n/languages.ts';
import { warningWords } from '../../../shared/i18n/warning-words.ts';
import type { ReportWords } from '../../engine/report/report-words.ts';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** The words of a report for the person who reads it; a run itself writes English. */
export async function reportWords(wanted: Language): Promise<ReportWords> {
  const language = await loadLanguage(wanted);
  const t = i18n.getFixedT(language, 'report');
  const number = new Intl.NumberFormat(language);
  const timeZone = 'UTC';
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone });
  const times = new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone });
  const day = (milliseconds: number) => days.format(milliseconds);
  return {
    language,
    say: (key, values = {}) => t(key, values),
    number: value => number.format(value),
    size: bytes => sizeIn(language, bytes),
    day,
    moment: milliseconds =>
      t('moment', { day: day(milliseconds), time: times.format(milliseconds) }),
    failure: failure => failureWords(language, failure),
    warning: warning => warningWords(language, warning),
  };
}

/** In powers of 1000, with one digit behind the comma from kilobytes on. */
function sizeIn(language: Language, bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const digits = power === 0 ? 0 : 1;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[power] ?? 'byte',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(bytes / 1000 ** power);
}
