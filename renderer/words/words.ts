import type { i18n as I18n } from 'i18next';
import { i18n } from '../../shared/i18n/i18n.ts';

/** All words in one language, with or without a region; `changeLanguage` gives it another. */
export async function loadWords(language: string): Promise<I18n> {
  await i18n.changeLanguage(language);
  return i18n;
}
