/** The languages that Mailstow speaks, each with a folder of this one. */
export const languages = ['en', 'cs', 'de', 'fr', 'es'] as const;
export type Language = (typeof languages)[number];

/** As each calls itself. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  cs: 'Čeština',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
};

/** Those that no native has read yet, and how each says so; README.md tells how one leaves this list. */
export const notYetReviewed: Readonly<Partial<Record<Language, string>>> = {
  de: 'noch nicht geprüft',
  fr: 'pas encore relu',
  es: 'aún sin revisar',
};

/**
 * The one of ours that goes with a language, English where none does.
 * @param tag as BCP 47 says it, with or without a region; of the header Accept-Language the first counts
 */
export function languageOf(tag: string): Language {
  const base = /^\s*([a-z]+)/i.exec(tag)?.[1]?.toLowerCase();
  return languages.find(language => language === base) ?? 'en';
}
