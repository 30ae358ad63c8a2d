import type { ReactElement } from 'react';
import { sumOf, sumParts, type Verdict } from '../../shared/contract.ts';
import { useWords } from '../words/use-words.ts';
import './sum.css';

/** The proof, as the equation that it is: on the server = archived + left out + missing. */
export function Sum({ verdict }: { readonly verdict: Verdict }): ReactElement | null {
  const { t, number } = useWords();
  const sum = sumOf(verdict);
  if (sum === undefined) return null;
  return (
    <dl className="card sum">
      {sumParts.map(part => (
        <div key={part}>
          <dt>{t(`run.sum.${part}`)}</dt>
          <dd>{number(sum[part])}</dd>
        </div>
      ))}
    </dl>
  );
}
