import { i18n, loadLanguage } from '../../../shared/i18n/i18n.ts';
import type { Language } from '../../../shared/i18n/languages.ts';
import type { RedirectWords } from './redirect-page.ts';

/** What the page that a sign-in ends at says to the person. */
export async function redirectWords(wanted: Language): Promise<RedirectWords> {
  const language = await loadLanguage(wanted);
  const t = i18n.getFixedT(language, 'signIn');
  return {
    language,
    done: t('redirectDone'),
    failed: t('redirectFailed'),
    foreign: t('redirectForeign'),
  };
}
