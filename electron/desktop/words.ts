import type { TFunction } from 'i18next';
import type { Settings, ShownFailure } from '../../shared/contract.ts';
import { failureWords } from '../../shared/i18n/failure-words.ts';
import { i18n, loadLanguage } from '../../shared/i18n/i18n.ts';
import { type Language, languageOf } from '../../shared/i18n/languages.ts';

/** What the desktop itself says: menus, dialogs of the system, notifications. */
export interface Words {
  readonly t: TFunction<'desktop'>;
  /** What happened. */
  failed(failure: ShownFailure): string;
}

/**
 * To be awaited before `wordsFor` speaks a language; until then it speaks English.
 * @param systemLanguage as BCP 47 says it
 */
export async function loadWords(
  language: Settings['language'],
  systemLanguage: string,
): Promise<void> {
  await loadLanguage(chosenOf(language, systemLanguage));
}

/** @param systemLanguage as BCP 47 says it */
export function wordsFor(language: Settings['language'], systemLanguage: string): Words {
  const chosen = chosenOf(language, systemLanguage);
  return {
    t: i18n.getFixedT(chosen, 'desktop'),
    failed: failure => failureWords(chosen, failure).message,
  };
}

function chosenOf(language: Settings['language'], systemLanguage: string): Language {
  return languageOf(language === 'system' ? systemLanguage : language);
}
