import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Formats, formatsFor } from './formats.ts';

/** Words, numbers and dates in the language of the window. */
export function useWords(): Formats & { readonly t: TFunction } {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  return useMemo(() => ({ t, ...formatsFor(language) }), [t, language]);
}
