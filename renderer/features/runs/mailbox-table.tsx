import type { ReactElement } from 'react';
import type { RunState } from '../../../shared/contract.ts';
import { isOver, missingOf } from '../../store/run-progress.ts';
import { Icon } from '../../ui/icon.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useWords } from '../../words/use-words.ts';

type Row = RunState['mailboxes'][number];

const icons = { waiting: 'clock', running: 'down', done: 'done', failed: 'failed' } as const;

/** A row for each folder: its state while the run goes, then on the server, archived and missing. */
export function MailboxTable({ run }: { readonly run: RunState }): ReactElement {
  const { t, number } = useWords();
  const over = isOver(run);
  const sum = (key: 'onServer' | 'archived') =>
    run.mailboxes.reduce((total, row) => total + (row[key] ?? 0), 0);
  return (
    <section className="run-table" aria-label={t('run.folders')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('run.folder')}</th>
            {!over && <th scope="col">{t('run.progress')}</th>}
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
        <tbody>
          {run.mailboxes.map(row => (
            <MailboxRow key={row.mailbox} row={row} over={over} />
          ))}
        </tbody>
        {over && run.mailboxes.length > 1 && (
          <tfoot>
            <tr>
              <th scope="row">{t('run.total')}</th>
              <td className="number">{number(sum('onServer'))}</td>
              <td className="number">{number(sum('archived'))}</td>
              <td className="number" data-missing={missingOf(run) > 0}>
                {number(missingOf(run))}
              </td>
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}

function MailboxRow({ row, over }: { readonly row: Row; readonly over: boolean }): ReactElement {
  const { t, number } = useWords();
  const { mailbox, state, stored, toFetch, missing = 0 } = row;
  const name = mailbox === 'INBOX' ? t('library.inbox') : mailbox;
  const count = (value: number | undefined) => (value === undefined ? '–' : number(value));
  return (
    <tr data-state={state}>
      <th scope="row">
        <span className="run-folder">
          <Icon name={icons[state]} />
          <span>{name}</span>
          {(!over || state !== 'done') && (
            <span className="small quiet">{t(`run.state.${state}`)}</span>
          )}
        </span>
      </th>
      {!over && (
        <td className="run-bar">
          {state === 'running' && (
            <Progress
              label={name}
              value={toFetch === undefined || toFetch === 0 ? undefined : stored / toFetch}
            />
          )}
        </td>
      )}
      <td className="number">{count(row.onServer)}</td>
      <td className="number">
        {count(row.archived ?? (state === 'running' ? stored : undefined))}
      </td>
      <td className="number" data-missing={missing > 0}>
        {count(row.missing)}
      </td>
    </tr>
  );
}
