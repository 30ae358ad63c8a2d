import type { ReactElement } from 'react';
import type { Verdict } from '../../../shared/contract.ts';
import { useWords } from '../../words/use-words.ts';
import './sum.css';

/** The proof, as the equation that it is: on the server = archived + left out + missing. */
export function Sum({ verdict }: { readonly verdict: Verdict }): ReactElement {
  const { t, number } = useWords();
  const { archived, missing, unnamed, excluded, leftOut, shared, failed, notReached } = verdict;
  const out = leftOut.messages + shared.messages + excluded;
  const unsaved = missing + unnamed + failed.messages + notReached.messages;
  const parts = [
    { term: t('run.sum.onServer'), count: archived + out + unsaved },
    { term: t('run.sum.archived'), count: archived },
    { term: t('run.sum.leftOut'), count: out },
    { term: t('run.sum.missing'), count: unsaved },
  ];
  return (
    <dl className="card sum">
      {parts.map(({ term, count }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{number(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
