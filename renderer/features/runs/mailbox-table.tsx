import { type ReactElement, useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { RunState } from '../../../shared/contract.ts';
import { inboxFirst, isInbox } from '../../store/inbox-first.ts';
import { isOver, isStill } from '../../store/run-progress.ts';
import { Icon } from '../../ui/feedback/icon.tsx';
import { Progress } from '../../ui/feedback/progress.tsx';
import { Seal } from '../../ui/feedback/seal.tsx';
import { Rows } from '../../ui/lists/rows.tsx';
import '../../ui/lists/table.css';
import { useWords } from '../../words/use-words.ts';

type Row = RunState['mailboxes'][number];

/** Finished folders that still stand each for itself. */
const mostDone = 5;
/** As many rows as a page can draw again some times a second. */
const mostDrawn = 100;
/** Pixels; near enough, for the length of the scroll bar. */
const rowHeight = 32;

/** A row for each folder: its state while the run goes, then on the server, archived and missing. */
export function MailboxTable({ run }: { readonly run: RunState }): ReactElement {
  const { t, number } = useWords();
  const over = isOver(run);
  const [showsDone, setShowsDone] = useState(false);
  const onServer = run.mailboxes.reduce((sum, row) => sum + (row.onServer ?? 0), 0);
  const archived = run.mailboxes.reduce((sum, row) => sum + (archivedOf(row) ?? 0), 0);
  // What is missing is known once every folder was gone through.
  const isWhole = run.mailboxes.every(({ state }) => state === 'done');
  const missing = isWhole ? run.verdict?.missing : undefined;
  const all = inboxFirst(run.mailboxes, row => row.mailbox);
  const done = over ? [] : all.filter(isFinished);
  const folds = done.length > mostDone;
  const rows = folds && !showsDone ? all.filter(row => !isFinished(row)) : all;
  const isLong = rows.length > mostDrawn;
  const scroller = useRef<HTMLElement>(null);
  const drawRow = (index: number) => {
    const row = rows[index];
    return (
      row && (
        <MailboxRow key={row.mailbox} index={index} row={row} over={over} still={isStill(run)} />
      )
    );
  };
  return (
    <section
      ref={scroller}
      className="card table run-table"
      data-long={isLong || undefined}
      aria-label={t('run.folders')}
    >
      <table aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            <th scope="col">{t('run.folder')}</th>
            {!over && (
              <th scope="col" className="run-bar">
                <span className="unseen">{t('run.progress')}</span>
              </th>
            )}
            <th scope="col" className="number">
              {t('run.archived')}
            </th>
            <th scope="col" className="number">
              {t('run.onServer')}
            </th>
            {over && (
              <th scope="col" className="number">
                {t('run.missing')}
              </th>
            )}
          </tr>
        </thead>
        {folds && (
          <tbody>
            <Finished rows={done} open={showsDone} onToggle={() => setShowsDone(!showsDone)} />
          </tbody>
        )}
        <Rows
          isLong={isLong}
          count={rows.length}
          rowHeight={rowHeight}
          columns={4}
          scroller={scroller}
          renderRow={drawRow}
        />
        {run.mailboxes.length > 1 && (
          <tfoot>
            <tr>
              <th scope="row">{t('run.total')}</th>
              {!over && <td className="run-bar" />}
              <td className="number">{number(archived)}</td>
              <td className="number">{number(onServer)}</td>
              {over && (
                <td className="number" data-missing={(missing ?? 0) > 0}>
                  {missing === undefined ? '–' : number(missing)}
                </td>
              )}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}

/** Nothing is left to say of it. */
function isFinished({ state, missing = 0 }: Row): boolean {
  return state === 'done' && missing === 0;
}

interface FinishedProps {
  readonly rows: readonly Row[];
  readonly open: boolean;
  onToggle(): void;
}

/** Folders that are done with, in one row. */
function Finished({ rows, open, onToggle }: FinishedProps): ReactElement {
  const { t, number } = useWords();
  const sum = (of: 'onServer' | 'archived') =>
    number(rows.reduce((total, row) => total + (row[of] ?? 0), 0));
  return (
    <tr data-state="done">
      <th scope="row">
        <AriaButton className="run-folder run-finished" aria-expanded={open} onPress={onToggle}>
          <Seal standing="safe" />
          <span className="cut">{t('run.foldersFinished', { count: rows.length })}</span>
          <Icon name={open ? 'down' : 'right'} small />
        </AriaButton>
      </th>
      <td className="run-bar" />
      <td className="number">{sum('archived')}</td>
      <td className="number">{sum('onServer')}</td>
    </tr>
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
  const name = isInbox(mailbox) ? t('specialFolders.inbox') : mailbox;
  const count = (value: number | undefined) => (value === undefined ? '–' : number(value));
  return (
    <tr data-state={state} aria-rowindex={index + 2}>
      <th scope="row">
        <span className="run-folder">
          <Sign state={state} missing={missing} share={share} />
          <span className="cut" title={mailbox}>
            {name}
          </span>
          {state !== 'done' && (
            <span className={state === 'failed' ? 'small' : 'unseen'}>
              {t(`run.state.${state}`)}
            </span>
          )}
        </span>
      </th>
      {!over && (
        <td className="run-bar">
          {state === 'running' && (
            <Progress
              thin
              still={still}
              label={name}
              value={toFetch === undefined || toFetch === 0 ? undefined : share}
            />
          )}
        </td>
      )}
      <td className="number">{count(archivedOf(row))}</td>
      <td className="number">{count(row.onServer)}</td>
      {over && (
        <td className="number" data-missing={missing > 0}>
          {count(row.missing)}
        </td>
      )}
    </tr>
  );
}

function Sign(props: {
  readonly state: Row['state'];
  readonly missing: number;
  readonly share: number | undefined;
}): ReactElement {
  const { state, missing, share } = props;
  if (state === 'waiting') return <Icon name="clock" small />;
  if (state === 'running') return <Seal standing="working" share={share} />;
  return <Seal standing={state === 'failed' || missing > 0 ? 'needs' : 'safe'} />;
}

function archivedOf({ archived, state, stored }: Row): number | undefined {
  return archived ?? (state === 'running' ? stored : undefined);
}
