import type { ReactElement, ReactNode } from 'react';
import { useStore } from 'zustand';
import { FailureNotice, type WaysOut } from '../../parts/failure-notice.tsx';
import type { AccountForm } from '../../store/account-form.ts';
import { useForm } from './form.ts';

interface Props {
  readonly at: AccountForm['failedAt'];
  readonly ways?: WaysOut;
  readonly actions?: ReactNode;
}

/** What went wrong, in the part of the page that it is about. */
export function EditFailure({ at, ways, actions }: Props): ReactElement | null {
  const { failure, failedAt } = useStore(useForm());
  if (failure === undefined || failedAt !== at) return null;
  return <FailureNotice failure={failure} ways={ways} actions={actions} />;
}
