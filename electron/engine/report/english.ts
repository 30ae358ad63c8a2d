import { report } from '../../../shared/i18n/en/report.ts';
import { plainEnglish } from '../../../shared/i18n/plain-english.ts';
import type { ReportWords } from './report-words.ts';
import { day, moment, number, size } from './words.ts';

/** What every run writes. */
export const english: ReportWords = {
  language: 'en',
  say: plainEnglish(report, number),
  number,
  size,
  day,
  moment,
  failure: ({ message, nextStep }) => ({ message, nextStep }),
  warning: ({ message }) => ({ text: message, isEnglish: true }),
};
