import type { ReactElement } from 'react';
import { Fold } from '../../ui/layout/fold.tsx';
import { useWords } from '../../words/use-words.ts';
import { ServerFields } from './server-fields.tsx';

interface Props {
  readonly open: boolean;
  onToggle(open: boolean): void;
}

/** The server's settings, for those who know them. */
export function ByHand({ open, onToggle }: Props): ReactElement {
  const { t } = useWords();
  return (
    <Fold title={t('who.byHand')} open={open} onToggle={onToggle}>
      <div className="card card-padded stack">
        <ServerFields />
      </div>
    </Fold>
  );
}
