import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { ShownReport } from '../../../shared/contract.ts';
import { Problems } from '../../parts/problems.tsx';
import { Sum } from '../../parts/sum.tsx';
import { Warnings } from '../../parts/warnings.tsx';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Empty } from '../../ui/feedback/empty.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { Facts } from '../../ui/layout/facts.tsx';
import { useWords } from '../../words/use-words.ts';
import { Asked } from './asked.tsx';
import { mostPrinted, ReportTable } from './report-table.tsx';

/** What the last run proved, folder by folder, as the archive has it. */
export function ReportTab({ accountId }: { readonly accountId: string }): ReactElement {
  const { t } = useWords();
  const { proof } = useStores();
  const report = useStore(proof, state => state.reports[accountId]);
  return (
    <Asked of={report} again={() => void proof.getState().loadReport(accountId)}>
      {found =>
        found === null ? (
          <Empty icon="text" title={t('proof.noReport')} text={t('proof.noReportText')} />
        ) : (
          <Report report={found} />
        )
      }
    </Asked>
  );
}

function Report({ report }: { readonly report: ShownReport }): ReactElement {
  const words = useWords();
  const { t, moment } = words;
  const { verdict, failure, finishedAt, user, server } = report;
  const { title, news, sentences } = words.verdict(verdict);
  const isComplete = verdict.state === 'complete';
  const ended = failure === undefined ? undefined : words.failure(failure);
  const said = [ended?.message, ...sentences, news, ended?.nextStep];
  return (
    <>
      {isComplete ? (
        <p>{[title, ...sentences].join(' ')}</p>
      ) : (
        <Notice
          kind="needs"
          message={title}
          nextStep={said.filter(sentence => sentence !== undefined).join(' ')}
          details={ended?.details}
        />
      )}
      <Sum verdict={verdict} />
      <ReportTable report={report} />
      {report.problems.length > 0 && (
        <Problems problems={report.problems} count={report.problemCount} />
      )}
      {report.warnings.length > 0 && (
        <Warnings warnings={report.warnings} count={report.warningCount} />
      )}
      <div className="small quiet">
        <Facts
          facts={[
            t('proof.compared', { date: moment(finishedAt) }),
            t('proof.accountOn', { user, server }),
          ]}
        />
      </div>
    </>
  );
}

/** To paper, or into a file that anybody can open. */
export function ReportActions({ accountId }: { readonly accountId: string }): ReactElement | null {
  const { t } = useWords();
  const { proof, runs } = useStores();
  const report = useStore(proof, state => state.reports[accountId]);
  if (report?.status !== 'ready' || report.value === null) return null;
  const { mailboxes, others } = report.value;
  return (
    <>
      <Button onClick={() => void runs.getState().saveReport(accountId)}>
        {t('run.saveReport')}
      </Button>
      {mailboxes.length + others.length <= mostPrinted && (
        <span className="proof-print">
          <Button onClick={() => proof.getState().print()}>{t('proof.print')}</Button>
        </span>
      )}
    </>
  );
}
