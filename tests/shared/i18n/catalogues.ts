import { cs } from '../../../shared/i18n/cs/index.ts';
import { de } from '../../../shared/i18n/de/index.ts';
import { en } from '../../../shared/i18n/en/index.ts';
import { es } from '../../../shared/i18n/es/index.ts';
import { fr } from '../../../shared/i18n/fr/index.ts';
import type { Language } from '../../../shared/i18n/languages.ts';

export const catalogues: Readonly<Record<Language, Record<keyof typeof en, object>>> = {
  en,
  cs,
  de,
  fr,
  es,
};

/** Of a key that has several, one for each of these that the language knows. */
export const pluralForm = /_(zero|one|two|few|many|other)$/;

/** Every key of a namespace with its text, levels joined by dots. */
export function textsOf(words: object, prefix = ''): [key: string, text: string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[prefix + key, value] as [string, string]]
      : textsOf(value, `${prefix}${key}.`),
  );
}

export const withoutForm = (key: string) => key.replace(pluralForm, '');
