import { languageNames, languages } from '../../shared/i18n/languages.ts';

/** The languages that a person can choose. */
export const languageOptions = languages.map(value => ({ value, label: languageNames[value] }));
