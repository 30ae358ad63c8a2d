import type { ReactElement } from 'react';
import { useWords } from '../words/use-words.ts';
import './skeleton.css';

/** Where words are going to stand, so that nothing jumps when they come. */
export function Skeleton({ lines = 3 }: { readonly lines?: number }): ReactElement {
  const { t } = useWords();
  return (
    <div className="skeleton">
      <span className="unseen" role="status">
        {t('loading')}
      </span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nothing but its place tells one from another
        <span key={line} />
      ))}
    </div>
  );
}
