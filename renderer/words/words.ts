import type { i18n as I18n } from 'i18next';
import { i18n, loadLanguage } from '../../shared/i18n/i18n.ts';
import { languageOf } from '../../shared/i18n/languages.ts';

let wanted = i18n.language;

/** All words in one language, with or without a region; English where it cannot be loaded. */
export async function loadWords(language: string): Promise<I18n> {
  wanted = language;
  const ours = languageOf(language);
  const spoken = (await loadLanguage(ours)) === ours ? language : 'en';
  // Another one may have been chosen in the meantime.
  if (wanted === language && i18n.language !== spoken) await i18n.changeLanguage(spoken);
  return i18n;
}
