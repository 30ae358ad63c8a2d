import type { ReactElement } from 'react';
import type { HistoryRow } from '../../../shared/contract.ts';
import { daysSince } from '../../parts/days-since.ts';
import { useToday } from '../../parts/use-today.ts';
import { Facts } from '../../ui/layout/facts.tsx';
import { useWords } from '../../words/use-words.ts';

/** Days that are drawn, and how many there must be for a picture to say anything. */
const drawn = 30;
const least = 7;

type Day = 'archived' | 'partly' | 'none';

/** The last days at a glance: full where everything was archived, half where a run did not get there, flat without one. */
export function Days({ rows }: { readonly rows: readonly HistoryRow[] }): ReactElement | null {
  const { t, day } = useWords();
  const today = useToday();
  const days = daysOf(rows, today);
  if (days.length < least) return null;
  const count = (of: Day) => days.filter(each => each === of).length;
  const first = new Date(today).setDate(new Date(today).getDate() - days.length + 1);
  const step = 100 / days.length;
  const said = [
    count('archived') > 0 && t('proof.daysArchived', { count: count('archived') }),
    count('partly') > 0 && t('proof.daysPartly', { count: count('partly') }),
    count('none') > 0 && t('proof.daysNone', { count: count('none') }),
  ];
  return (
    <figure className="card proof-days">
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        {days.map((each, at) => {
          const height = { archived: 100, partly: 50, none: 12 }[each];
          return (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: days are told apart by their place
              key={at}
              className={`proof-day-${each}`}
              x={at * step + step * 0.3}
              y={100 - height}
              width={step * 0.4}
              height={height}
            />
          );
        })}
      </svg>
      <figcaption className="proof-ends small quiet">
        <span>{day(first)}</span>
        <Facts facts={said} />
        <span>{t('proof.today')}</span>
      </figcaption>
    </figure>
  );
}

/** The last days, oldest first, from the first run on; none where the clock was set back behind it. */
function daysOf(rows: readonly HistoryRow[], today: number): Day[] {
  const byDay = new Map<number, Day>();
  let first = -1;
  for (const row of rows) {
    if (row.what !== 'run') continue;
    const ago = daysSince(row.finishedAt, today);
    if (ago < 0) continue;
    first = Math.max(first, ago);
    if (row.state === 'complete') byDay.set(ago, 'archived');
    else if (!byDay.has(ago)) byDay.set(ago, 'partly');
  }
  const length = Math.min(drawn, first + 1);
  return Array.from({ length }, (_, at) => byDay.get(length - 1 - at) ?? 'none');
}
