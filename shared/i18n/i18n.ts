import i18next from 'i18next';
import { en } from './en/index.ts';
import type { Language } from './languages.ts';

/**
 * The words of a process: English from the start, every other language once it is loaded. The window changes its
 * language; what speaks to several people takes `getFixedT` instead. Commands speak English alone and do without it,
 * see plain-english.ts.
 */
export const i18n = i18next.createInstance({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en },
  defaultNS: 'app',
  // React and the report escape what they show.
  interpolation: { escapeValue: false },
  initAsync: false,
});
void i18n.init();

/** Each is a file of its own where Mailstow is bundled. */
const others: Readonly<
  Record<Exclude<Language, 'en'>, () => Promise<Record<keyof typeof en, object>>>
> = {
  cs: async () => (await import('./cs/index.ts')).cs,
  de: async () => (await import('./de/index.ts')).de,
  es: async () => (await import('./es/index.ts')).es,
  fr: async () => (await import('./fr/index.ts')).fr,
};

/**
 * To be awaited before anything is said in a language.
 * @returns the language to speak: English where the other one cannot be loaded
 */
export async function loadLanguage(language: Language): Promise<Language> {
  if (language === 'en' || i18n.hasResourceBundle(language, 'app')) return language;
  try {
    const words = await others[language]();
    for (const [namespace, texts] of Object.entries(words))
      i18n.addResourceBundle(language, namespace, texts);
    return language;
  } catch {
    return 'en';
  }
}
