import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type WarningWords, warningWords } from '../../shared/i18n/warning-words.ts';
import { failureWords } from './failure-words.ts';
import { type Formats, formatsFor } from './formats.ts';
import { verdictWords } from './verdict-words.ts';

export interface Words extends Formats {
  readonly t: TFunction;
  /** As BCP 47 says it. */
  readonly language: string;
  /** A failure in the language of the window. */
  failure(failure: Parameters<typeof failureWords>[2]): ReturnType<typeof failureWords>;
  warning(warning: Parameters<typeof warningWords>[1]): WarningWords;
  verdict(verdict: Parameters<typeof verdictWords>[2]): ReturnType<typeof verdictWords>;
}

/** Words, numbers and dates in the language of the window. */
export function useWords(): Words {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  return useMemo(
    () => ({
      t,
      language,
      ...formatsFor(language),
      failure: told => failureWords(t, language, told),
      warning: told => warningWords(language, told),
      verdict: told => verdictWords(t, language, told),
    }),
    [t, language],
  );
}
