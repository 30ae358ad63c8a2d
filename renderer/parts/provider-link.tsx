import type { ReactElement } from 'react';
import type { ProviderPage } from '../../shared/contract.ts';
import { LinkButton } from '../ui/controls/link-button.tsx';
import { useWords } from '../words/use-words.ts';

/** Opens the page of a provider where the person can do what it asks for, or read why. */
export function ProviderLink({ page }: { readonly page: ProviderPage }): ReactElement {
  const { t } = useWords();
  return (
    <LinkButton address={page.address}>
      {t('action.openPage', { provider: page.provider })}
    </LinkButton>
  );
}
