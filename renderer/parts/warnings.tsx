import type { ReactElement } from 'react';
import { Fold } from '../ui/layout/fold.tsx';
import { useWords } from '../words/use-words.ts';
import './problems.css';

/** More than these nobody reads on a screen; the report has them all. */
const most = 50;

interface Props {
  readonly warnings: readonly string[];
  /** How many there were; `warnings` holds the first of them. */
  readonly count: number;
}

/** What a person should know although nothing failed. */
export function Warnings({ warnings, count }: Props): ReactElement {
  const { t } = useWords();
  const more = count - Math.min(warnings.length, most);
  return (
    <section>
      <Fold title={t('run.warnings', { count })}>
        <ul className="warnings">
          {warnings.slice(0, most).map((warning, index) => (
            // Warnings are only ever added at the end.
            // biome-ignore lint/suspicious/noArrayIndexKey: the index is what stays the same
            <li key={index} lang="en">
              {warning}
            </li>
          ))}
        </ul>
        {more > 0 && <p className="quiet">{t('run.problemsMore', { count: more })}</p>}
      </Fold>
    </section>
  );
}
