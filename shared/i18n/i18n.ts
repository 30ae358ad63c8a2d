import i18next from 'i18next';
import { cs } from './cs/index.ts';
import { en } from './en/index.ts';
import type { Language } from './languages.ts';

/**
 * All words in all languages: the one instance of a process. The window changes its language; what speaks to
 * several people takes `getFixedT` instead. Commands speak English alone and do without it, see plain-english.ts.
 */
export const i18n = i18next.createInstance({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en, cs } satisfies Record<Language, Record<keyof typeof en, object>>,
  defaultNS: 'app',
  // React and the report escape what they show.
  interpolation: { escapeValue: false },
  initAsync: false,
});
void i18n.init();
