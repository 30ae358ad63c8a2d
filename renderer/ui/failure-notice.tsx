import type { ReactElement, ReactNode } from 'react';
import { Notice } from './notice.tsx';

interface Props {
  readonly failure: {
    readonly message: string;
    readonly nextStep: string;
    readonly serverText?: string | undefined;
  };
  /** What the fold with the server's words is called. */
  readonly wordsTitle: string;
  readonly actions?: ReactNode;
}

/** What went wrong, and what to do. */
export function FailureNotice({ failure, wordsTitle, actions }: Props): ReactElement {
  const { message, nextStep, serverText } = failure;
  const details = serverText === undefined ? undefined : { title: wordsTitle, text: serverText };
  return (
    <Notice
      kind="bad"
      alert
      message={message}
      nextStep={nextStep}
      actions={actions}
      details={details}
    />
  );
}
