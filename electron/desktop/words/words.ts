import type { Settings } from '../../../shared/contract.ts';
import type { Words } from './catalogue.ts';
import { cs } from './cs.ts';
import { en } from './en.ts';

/** @param systemLanguage as BCP 47 says it */
export function wordsFor(language: Settings['language'], systemLanguage: string): Words {
  const chosen = language === 'system' ? systemLanguage : language;
  return /^cs\b/i.test(chosen) ? cs : en;
}
