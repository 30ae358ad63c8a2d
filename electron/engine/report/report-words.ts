import type { report } from '../../../shared/i18n/en/report.ts';
import type { FailureWords } from '../../../shared/i18n/failure-words.ts';
import type { Say } from '../../../shared/i18n/plain-english.ts';
import type { WarningWords } from '../../../shared/i18n/warning-words.ts';
import type { Failure } from '../../../shared/model/failure.ts';
import type { Warning } from '../../../shared/model/warning.ts';

/** All that it takes to write a report in one language. */
export interface ReportWords {
  /** As BCP 47 says it. */
  readonly language: string;
  /** Text, not markup; what it is filled with is not escaped. */
  readonly say: Say<typeof report>;
  number(value: number): string;
  size(bytes: number): string;
  /** @param milliseconds since 1970 UTC */
  day(milliseconds: number): string;
  moment(milliseconds: number): string;
  failure(failure: Failure): FailureWords;
  warning(warning: Warning): WarningWords;
}
