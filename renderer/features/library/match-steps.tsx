import type { ReactElement } from 'react';
import { IconButton } from '../../ui/controls/icon-button.tsx';
import { useWords } from '../../words/use-words.ts';
import type { Matches } from './use-matches.ts';

/** Which match is shown of how many, and the way to the others. */
export function MatchSteps({ matches }: { readonly matches: Matches }): ReactElement | null {
  const { t } = useWords();
  const { count, present, step } = matches;
  if (count === 0) return null;
  return (
    <div className="match-steps">
      <span className="small quiet cut" role="status">
        {t('find.match', { present, count })}
      </span>
      <IconButton
        icon="ascending"
        label={t('find.previousMatch')}
        shortcut="⇧F3"
        onClick={() => step(-1)}
      />
      <IconButton
        icon="descending"
        label={t('find.nextMatch')}
        shortcut="F3"
        onClick={() => step(1)}
      />
    </div>
  );
}
