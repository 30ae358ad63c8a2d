import { type ReactElement, useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useStore } from 'zustand';
import type { HistoryRow } from '../../../shared/contract.ts';
import { useStores } from '../../store/stores.ts';
import { Empty } from '../../ui/feedback/empty.tsx';
import { Seal } from '../../ui/feedback/seal.tsx';
import { Rows } from '../../ui/lists/rows.tsx';
import { useWords } from '../../words/use-words.ts';
import { Asked } from './asked.tsx';
import { Days } from './days.tsx';
import { whatOf } from './history-words.ts';
import '../../ui/lists/table.css';

/** Rows that stand there at first. */
const few = 12;
/** As many rows as a page draws at once. */
const mostDrawn = 100;
/** Pixels; near enough, for the length of the scroll bar. */
const rowHeight = 32;

/** What was done with the archive, newest first, as the archive itself remembers it. */
export function HistoryTab({ accountId }: { readonly accountId: string }): ReactElement {
  const { t } = useWords();
  const { proof } = useStores();
  const history = useStore(proof, state => state.histories[accountId]);
  return (
    <Asked of={history} again={() => void proof.getState().loadHistory(accountId)}>
      {({ rows, total }) =>
        rows.length === 0 ? (
          <Empty icon="clock" title={t('proof.noHistory')} text={t('proof.noHistoryText')} />
        ) : (
          <>
            <Days rows={rows} />
            <HistoryTable rows={rows} total={total} />
          </>
        )
      }
    </Asked>
  );
}

interface Props {
  readonly rows: readonly HistoryRow[];
  /** There may be more than can be shown. */
  readonly total: number;
}

function HistoryTable({ rows, total }: Props): ReactElement {
  const { t } = useWords();
  const [showsAll, setShowsAll] = useState(false);
  const scroller = useRef<HTMLElement>(null);
  const shown = showsAll ? rows : rows.slice(0, few);
  const isLong = shown.length > mostDrawn;
  const drawRow = (index: number) => {
    const row = shown[index];
    return row && <Row key={index} row={row} index={index} />;
  };
  return (
    <section
      ref={scroller}
      className="card table proof-history"
      data-long={isLong || undefined}
      aria-label={t('proof.history')}
    >
      <table aria-rowcount={shown.length + 1}>
        <thead>
          <tr>
            <th scope="col">{t('proof.when')}</th>
            <th scope="col">{t('proof.what')}</th>
            <th scope="col" className="number proof-size">
              {t('proof.size')}
            </th>
            <th scope="col" className="number proof-took">
              {t('proof.took')}
            </th>
          </tr>
        </thead>
        <Rows
          isLong={isLong}
          count={shown.length}
          rowHeight={rowHeight}
          columns={4}
          scroller={scroller}
          renderRow={drawRow}
        />
        {(shown.length < rows.length || rows.length < total) && (
          <tfoot>
            <tr>
              <td colSpan={4}>
                {shown.length < rows.length ? (
                  <AriaButton className="proof-all" onPress={() => setShowsAll(true)}>
                    {t('proof.showAll', { count: rows.length })}
                  </AriaButton>
                ) : (
                  t('proof.older', { count: total - rows.length })
                )}
              </td>
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}

function Row({ row, index }: { readonly row: HistoryRow; readonly index: number }): ReactElement {
  const words = useWords();
  const { moment, fileSize, took } = words;
  const { startedAt, finishedAt, bytes, state } = row;
  const isGood = state === 'complete' || state === 'sound';
  // A clock that was set in between tells nothing of how long it took.
  const time = finishedAt < startedAt ? undefined : finishedAt - startedAt;
  return (
    <tr aria-rowindex={index + 2}>
      <th scope="row">
        <span className="proof-folder">
          <Seal
            standing={isGood ? 'safe' : 'needs'}
            label={words.t(`standing.label.${isGood ? 'safe' : 'needs'}`)}
          />
          <span className="proof-when">{moment(finishedAt)}</span>
        </span>
      </th>
      <td>{whatOf(words, row)}</td>
      <td className="number proof-size">{bytes === 0 ? '–' : fileSize(bytes)}</td>
      <td className="number proof-took">{time === undefined ? '–' : took(time)}</td>
    </tr>
  );
}
