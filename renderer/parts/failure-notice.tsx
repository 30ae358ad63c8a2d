import type { ReactElement, ReactNode } from 'react';
import { LinkButton } from '../ui/controls/link-button.tsx';
import { Notice } from '../ui/feedback/notice.tsx';
import { useWords } from '../words/use-words.ts';

interface Props {
  readonly failure: Parameters<ReturnType<typeof useWords>['failure']>[0] & {
    readonly page?: { readonly provider: string; readonly address: string } | undefined;
  };
  readonly actions?: ReactNode;
}

/** What went wrong, and what to do, in the language of the window; with the way to the page where it is done. */
export function FailureNotice({ failure, actions }: Props): ReactElement {
  const words = useWords();
  const { page } = failure;
  const link = page && (
    <LinkButton address={page.address}>
      {words.t('action.openPage', { provider: page.provider })}
    </LinkButton>
  );
  const ways = (link ?? actions) && (
    <>
      {link}
      {actions}
    </>
  );
  return <Notice kind="bad" alert {...words.failure(failure)} actions={ways} />;
}
