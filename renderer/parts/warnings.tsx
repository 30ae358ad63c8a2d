import type { ReactElement } from 'react';
import type { ShownWarning } from '../../shared/contract.ts';
import { Fold } from '../ui/layout/fold.tsx';
import { useWords } from '../words/use-words.ts';
import './problems.css';

/** More than these nobody reads on a screen; the report has them all. */
const most = 50;

interface Props {
  readonly warnings: readonly ShownWarning[];
  /** How many there were; `warnings` holds the first of them. */
  readonly count: number;
}

/** What a person should know although nothing failed. */
export function Warnings({ warnings, count }: Props): ReactElement {
  const { t, warning } = useWords();
  const more = count - Math.min(warnings.length, most);
  return (
    <section>
      <Fold title={t('run.warnings', { count })}>
        <ul className="warnings">
          {warnings.slice(0, most).map((each, index) => {
            const { text, isEnglish } = warning(each);
            return (
              // Warnings are only ever added at the end.
              // biome-ignore lint/suspicious/noArrayIndexKey: the index is what stays the same
              <li key={index} lang={isEnglish ? 'en' : undefined}>
                {text}
              </li>
            );
          })}
        </ul>
        {more > 0 && <p className="quiet">{t('run.problemsMore', { count: more })}</p>}
      </Fold>
    </section>
  );
}
