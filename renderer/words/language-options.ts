import { languageNames, languages, notYetReviewed } from '../../shared/i18n/languages.ts';

/** The languages that a person can choose. */
export const languageOptions = languages.map(value => {
  const note = notYetReviewed[value];
  const name = languageNames[value];
  return { value, label: note === undefined ? name : `${name} (${note})` };
});
