import type { ReactElement } from 'react';
import type { Stock } from '../../shared/contract.ts';
import { useWords } from '../words/use-words.ts';
import './years.css';

interface Props {
  readonly years: Stock['years'];
  readonly large?: boolean;
}

/** More bars than these nobody tells apart. */
const most = 60;

/** How many messages there are of each year, oldest first; years without any have no bar. */
export function Years({ years, large = false }: Props): ReactElement | null {
  const { t } = useWords();
  const newest = years.at(-1)?.year;
  if (newest === undefined || years.length < 2) return null;
  const shown = years.filter(({ year }) => year > newest - most);
  const oldest = shown[0]?.year ?? newest;
  const highest = Math.max(...shown.map(({ messages }) => messages));
  const step = 100 / (newest - oldest + 1);
  return (
    <figure className={large ? 'years years-large' : 'years'}>
      <svg
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        role="img"
        aria-label={t('accounts.years', { from: oldest, to: newest })}
      >
        {shown.map(({ year, messages }) => {
          const height = Math.max(2, (100 * messages) / highest);
          return (
            <rect
              key={year}
              x={(year - oldest) * step}
              y={100 - height}
              width={step * 0.8}
              height={height}
            >
              <title>{t('accounts.year', { year, count: messages })}</title>
            </rect>
          );
        })}
      </svg>
      <figcaption className="years-ends">
        <span>{oldest}</span>
        <span>{newest}</span>
      </figcaption>
    </figure>
  );
}
