import type { TFunction } from 'i18next';
import { en } from './en.ts';

interface Told {
  readonly kind: string;
  readonly message: string;
  readonly nextStep: string;
  readonly serverText?: string | undefined;
  readonly noteKey?: keyof typeof en.provider | undefined;
}

interface FailureWords {
  readonly message: string;
  readonly nextStep: string;
  readonly details: { readonly title: string; readonly text: string } | undefined;
}

/**
 * What to show of a failure. The engine's own sentences are English and more exact than those of
 * the catalogue: English keeps them, another language has them in the fold above the server's words.
 * What a provider is known to ask for is a better next step than what suits every server.
 */
export function failureWords(t: TFunction, language: string, failure: Told): FailureWords {
  const { kind, message, nextStep, serverText, noteKey } = failure;
  const advice = noteKey && t(`provider.${noteKey}`);
  if (/^en\b/.test(language) || !isKnown(kind)) {
    const details =
      serverText === undefined ? undefined : { title: t('serverWords'), text: serverText };
    return { message, nextStep: advice ?? nextStep, details };
  }
  const original = [`${message} ${nextStep}`.trim(), serverText].filter(each => each !== undefined);
  return {
    message: t(`failure.${kind}`),
    nextStep: advice ?? t(`failureNext.${kind}`),
    details: { title: t('details'), text: original.join('\n\n') },
  };
}

function isKnown(kind: string): kind is keyof typeof en.failure {
  return Object.hasOwn(en.failure, kind);
}
