import type { TFunction } from 'i18next';
import type { en } from '../../shared/i18n/en/index.ts';
import { failureWords as said } from '../../shared/i18n/failure-words.ts';

type Told = Parameters<typeof said>[1] & {
  readonly serverText?: string | undefined;
  readonly noteKey?: keyof typeof en.app.provider | undefined;
  readonly page?: { readonly provider: string } | undefined;
};

interface FailureWords {
  readonly message: string;
  readonly nextStep: string;
  readonly details: { readonly title: string; readonly text: string } | undefined;
}

/**
 * What to show of a failure. What a provider is known to ask for is a better next step than what suits every server.
 * Below the fold stand the server's words, and the engine's own where those of the language say less.
 */
export function failureWords(t: TFunction, language: string, failure: Told): FailureWords {
  const { serverText, noteKey, page } = failure;
  const { message, nextStep, original } = said(language, failure);
  const advice = noteKey && t(`provider.${noteKey}`, { provider: page?.provider ?? '' });
  const text = [original, serverText].filter(each => each !== undefined).join('\n\n');
  const title = original === undefined ? t('serverWords') : t('details');
  return {
    message,
    nextStep: advice ?? nextStep,
    details: text === '' ? undefined : { title, text },
  };
}
