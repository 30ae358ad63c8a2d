import type { ReactElement } from 'react';
import { sumOf, type Verdict } from '../../../shared/contract.ts';
import { useWords } from '../../words/use-words.ts';
import './sum.css';

const parts = ['onServer', 'archived', 'leftOut', 'missing'] as const;

/** The proof, as the equation that it is: on the server = archived + left out + missing. */
export function Sum({ verdict }: { readonly verdict: Verdict }): ReactElement | null {
  const { t, number } = useWords();
  const sum = sumOf(verdict);
  if (sum === undefined) return null;
  return (
    <dl className="card sum">
      {parts.map(part => (
        <div key={part}>
          <dt>{t(`run.sum.${part}`)}</dt>
          <dd>{number(sum[part])}</dd>
        </div>
      ))}
    </dl>
  );
}
