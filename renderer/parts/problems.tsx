import type { ReactElement } from 'react';
import type { ShownFailure } from '../../shared/contract.ts';
import { Fold } from '../ui/layout/fold.tsx';
import { useWords } from '../words/use-words.ts';
import './problems.css';

/** More than these nobody reads on a screen; the report has them all. */
const most = 50;

interface Props {
  readonly problems: readonly ShownFailure[];
  /** How many there were; `problems` holds the first of them. */
  readonly count: number;
}

/** What went wrong without ending the run: what happened, where, and what to do. */
export function Problems({ problems, count }: Props): ReactElement {
  const { t, failure } = useWords();
  const more = count - Math.min(problems.length, most);
  return (
    <section className="stack-small">
      <h2>{t('run.problems', { count })}</h2>
      <ol className="card problems">
        {problems.slice(0, most).map((each, index) => {
          const { message, nextStep, details } = failure(each);
          return (
            // Problems are only ever added at the end.
            // biome-ignore lint/suspicious/noArrayIndexKey: the index is what stays the same
            <li key={index}>
              <p className="strong">{message}</p>
              {each.mailbox !== undefined && (
                <p className="small quiet">
                  {each.uid === undefined
                    ? t('run.problemIn', { mailbox: each.mailbox })
                    : t('run.problemInMessage', { mailbox: each.mailbox, uid: each.uid })}
                </p>
              )}
              <p className="quiet">{nextStep}</p>
              {details !== undefined && (
                <Fold title={details.title}>
                  <pre>{details.text}</pre>
                </Fold>
              )}
            </li>
          );
        })}
      </ol>
      {more > 0 && <p className="quiet">{t('run.problemsMore', { count: more })}</p>}
    </section>
  );
}
