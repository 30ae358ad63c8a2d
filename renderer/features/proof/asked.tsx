import type { ReactElement, ReactNode } from 'react';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import type { Asked as AskedFor } from '../../store/proof.ts';
import { Button } from '../../ui/controls/button.tsx';
import { useWords } from '../../words/use-words.ts';

interface Props<Value> {
  readonly of: AskedFor<Value> | undefined;
  again(): void;
  children(value: Value): ReactNode;
}

/** What was asked for, or why it is not there. */
export function Asked<Value>({ of, again, children }: Props<Value>): ReactElement {
  const { t } = useWords();
  if (of === undefined || of.status === 'loading') return <Skeleton lines={6} />;
  if (of.status === 'ready') return <>{children(of.value)}</>;
  const tryAgain = <Button onClick={again}>{t('ways.try-again')}</Button>;
  return <FailureNotice failure={of.failure} actions={tryAgain} />;
}
