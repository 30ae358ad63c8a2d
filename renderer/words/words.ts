import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { cs } from './cs.ts';
import { en } from './en.ts';

/** The catalogue in one language, with or without a region; `changeLanguage` gives it another. */
export async function loadWords(language: string): Promise<i18n> {
  const words = i18next.createInstance();
  await words.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: en }, cs: { translation: cs } },
    // React escapes what it shows.
    interpolation: { escapeValue: false },
  });
  return words;
}
