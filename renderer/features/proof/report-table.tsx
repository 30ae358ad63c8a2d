import { type ReactElement, useRef } from 'react';
import type { ShownReport } from '../../../shared/contract.ts';
import { inboxFirst, isInbox } from '../../store/inbox-first.ts';
import { Icon, type IconName } from '../../ui/feedback/icon.tsx';
import { Seal } from '../../ui/feedback/seal.tsx';
import { Rows } from '../../ui/lists/rows.tsx';
import { useWords } from '../../words/use-words.ts';
import '../../ui/lists/table.css';

/** As many rows as a page draws at once; what is beyond is drawn while it is seen, and not printed. */
export const mostPrinted = 500;
/** Pixels; near enough, for the length of the scroll bar. */
const rowHeight = 32;

interface Row {
  readonly mailbox: string;
  readonly onServer: number | undefined;
  readonly archived?: number;
  readonly missing?: number;
  /** Why it was not archived. */
  readonly why?: string;
  readonly needs: boolean;
}

/** A row for each folder of the account, also for those that were not archived. */
export function ReportTable({ report }: { readonly report: ShownReport }): ReactElement {
  const { t, number } = useWords();
  const scroller = useRef<HTMLElement>(null);
  const rows = [
    ...inboxFirst(report.mailboxes, row => row.mailbox).map(row => ({
      ...row,
      needs: row.missing > 0,
    })),
    ...report.others.map(({ mailbox, reason, messages }) => ({
      mailbox: mailbox === '' ? t('proof.nameless') : mailbox,
      onServer: reason === 'no-longer-listed' ? undefined : messages,
      why: t(`proof.why.${reason}`),
      needs: reason === 'failed' || reason === 'unreadable',
    })),
    ...report.notReached.map(mailbox => ({
      mailbox,
      onServer: undefined,
      why: t('proof.why.not-reached'),
      needs: true,
    })),
  ] satisfies readonly Row[];
  const isLong = rows.length > mostPrinted;
  const drawRow = (index: number) => {
    const row = rows[index];
    return row && <ReportRow key={index} index={index} row={row} />;
  };
  const sum = (of: 'onServer' | 'archived' | 'missing') =>
    number(report.mailboxes.reduce((total, row) => total + row[of], 0));
  return (
    <section
      ref={scroller}
      className="card table"
      data-long={isLong || undefined}
      aria-label={t('run.folders')}
    >
      <table aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            <th scope="col">{t('run.folder')}</th>
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
        <Rows
          isLong={isLong}
          count={rows.length}
          rowHeight={rowHeight}
          columns={4}
          scroller={scroller}
          renderRow={drawRow}
        />
        {report.mailboxes.length > 1 && (
          <tfoot>
            <tr>
              <th scope="row">{t('proof.totalArchived')}</th>
              <td className="number">{sum('onServer')}</td>
              <td className="number">{sum('archived')}</td>
              <td className="number">{sum('missing')}</td>
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}

function ReportRow({ row, index }: { readonly row: Row; readonly index: number }): ReactElement {
  const { t, number } = useWords();
  const { mailbox, onServer, archived, missing = 0, why, needs } = row;
  const name = isInbox(mailbox) ? t('specialFolders.inbox') : mailbox;
  const icon: IconName = isInbox(mailbox) ? 'inbox' : 'folder';
  return (
    <tr className={why === undefined ? undefined : 'quiet'} aria-rowindex={index + 2}>
      <th scope="row">
        <span className="proof-folder">
          {needs ? <Seal standing="needs" /> : <Icon name={icon} small />}
          <span className="cut" title={mailbox}>
            {name}
          </span>
        </span>
      </th>
      <td className="number">{onServer === undefined ? '–' : number(onServer)}</td>
      {why === undefined ? (
        <>
          <td className="number">{number(archived ?? 0)}</td>
          <td className="number" data-missing={missing > 0}>
            {number(missing)}
          </td>
        </>
      ) : (
        <td className="number proof-why" colSpan={2}>
          {why}
        </td>
      )}
    </tr>
  );
}
