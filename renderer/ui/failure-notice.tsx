import type { ReactElement, ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';
import { Notice } from './notice.tsx';

interface Props {
  readonly failure: Parameters<ReturnType<typeof useWords>['failure']>[0];
  readonly actions?: ReactNode;
}

/** What went wrong, and what to do, in the language of the window. */
export function FailureNotice({ failure, actions }: Props): ReactElement {
  const words = useWords();
  return <Notice kind="bad" alert {...words.failure(failure)} actions={actions} />;
}
