import { type ReactElement, useRef } from 'react';
import type { RunState } from '../../../shared/contract.ts';
import { inboxFirst } from '../../store/inbox-first.ts';
import { isOver, isStill } from '../../store/run-progress.ts';
import { Icon } from '../../ui/feedback/icon.tsx';
import { Progress } from '../../ui/feedback/progress.tsx';
import { VirtualRows } from '../../ui/lists/virtual-rows.tsx';
import { useWords } from '../../words/use-words.ts';

type Row = RunState['mailboxes'][number];

const icons = { waiting: 'clock', running: 'down', done: 'done', failed: 'failed' } as const;

/** As many rows as a page can draw again some times a second. */
const mostDrawn = 100;
/** Pixels; near enough, for the length of the scroll bar. */
const rowHeight = 37;

/** A row for each folder: its state while the run goes, then on the server, archived and missing. */
export function MailboxTable({ run }: { readonly run: RunState }): ReactElement {
  const { t, number } = useWords();
  const over = isOver(run);
  const onServer = run.mailboxes.reduce((sum, row) => sum + (row.onServer ?? 0), 0);
  const archived = run.mailboxes.reduce((sum, row) => sum + (archivedOf(row) ?? 0), 0);
  // What is missing is known once every folder was gone through.
  const isWhole = run.mailboxes.every(({ state }) => state === 'done');
  const missing = isWhole ? run.verdict?.missing : undefined;
  const rows = inboxFirst(run.mailboxes, row => row.mailbox);
  const isLong = rows.length > mostDrawn;
  const scroller = useRef<HTMLElement>(null);
  const drawRow = (index: number) => {
    const row = rows[index];
    return (
      row && <MailboxRow key={index} index={index} row={row} over={over} still={isStill(run)} />
    );
  };
  return (
    <section
      ref={scroller}
      className="run-table"
      data-long={isLong || undefined}
      aria-label={t('run.folders')}
    >
      <table aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            <th scope="col">{t('run.folder')}</th>
            {!over && (
              <th scope="col" className="run-bar">
                {t('run.progress')}
              </th>
            )}
            <th scope="col" className="number">
              {t('run.onServer')}
            </th>
            <th scope="col" className="number">
              {t('run.archived')}
            </th>
            <th scope="col" className="number">
              {t('run.missing')}
            </th>
          </tr>
        </thead>
        {isLong ? (
          <VirtualRows
            count={rows.length}
            rowHeight={rowHeight}
            columns={over ? 4 : 5}
            scroller={scroller}
            renderRow={drawRow}
          />
        ) : (
          <tbody>{rows.map((_, index) => drawRow(index))}</tbody>
        )}
        {over && run.mailboxes.length > 1 && (
          <tfoot>
            <tr>
              <th scope="row">{t('run.total')}</th>
              <td className="number">{number(onServer)}</td>
              <td className="number">{number(archived)}</td>
              <td className="number" data-missing={(missing ?? 0) > 0}>
                {missing === undefined ? '–' : number(missing)}
              </td>
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}

interface RowProps {
  readonly index: number;
  readonly row: Row;
  /** The run is over: what was not gone through then will not be. */
  readonly over: boolean;
  readonly still: boolean;
}

function MailboxRow({ index, row, over, still }: RowProps): ReactElement {
  const { t, number } = useWords();
  const { mailbox, share, toFetch, missing = 0 } = row;
  const state = over && row.state !== 'done' ? 'failed' : row.state;
  const name = mailbox === 'INBOX' ? t('library.inbox') : mailbox;
  const count = (value: number | undefined) => (value === undefined ? '–' : number(value));
  return (
    <tr data-state={state} aria-rowindex={index + 2}>
      <th scope="row">
        <span className="run-folder">
          <Icon name={icons[state]} />
          <span>{name}</span>
          {state !== 'done' && <span className="small quiet">{t(`run.state.${state}`)}</span>}
        </span>
      </th>
      {!over && (
        <td className="run-bar">
          {state === 'running' && (
            <Progress
              still={still}
              label={name}
              value={toFetch === undefined || toFetch === 0 ? undefined : share}
            />
          )}
        </td>
      )}
      <td className="number">{count(row.onServer)}</td>
      <td className="number">{count(archivedOf(row))}</td>
      <td className="number" data-missing={missing > 0}>
        {count(row.missing)}
      </td>
    </tr>
  );
}

function archivedOf({ archived, state, stored }: Row): number | undefined {
  return archived ?? (state === 'running' ? stored : undefined);
}
