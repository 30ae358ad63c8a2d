import type { TFunction } from 'i18next';
import type { Settings, ShownFailure } from '../../shared/contract.ts';
import { failureWords } from '../../shared/i18n/failure-words.ts';
import { i18n } from '../../shared/i18n/i18n.ts';
import { languageOf } from '../../shared/i18n/languages.ts';

/** What the desktop itself says: menus, dialogs of the system, notifications. */
export interface Words {
  readonly t: TFunction<'desktop'>;
  /** What happened. */
  failed(failure: ShownFailure): string;
}

/** @param systemLanguage as BCP 47 says it */
export function wordsFor(language: Settings['language'], systemLanguage: string): Words {
  const chosen = languageOf(language === 'system' ? systemLanguage : language);
  return {
    t: i18n.getFixedT(chosen, 'desktop'),
    failed: failure => failureWords(chosen, failure).message,
  };
}
