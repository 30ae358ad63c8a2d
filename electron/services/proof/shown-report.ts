import type { Output } from '../../../shared/contract.ts';
import type { ArchiveReader } from '../../engine/archive/archive-reader.ts';
import { parseReport } from '../../engine/report/parse-report.ts';
import { clipped, clippedName, clippedWarning } from '../clip.ts';

/** Problems and warnings that are shown; the page that can be saved has them all. */
const mostShown = 200;

/** What the window shows of the last run's report; null where there is none. */
export function shownReport(reader: ArchiveReader): Output<'archive.report'> {
  const report = parseReport(reader.report('last') ?? '');
  if (report === undefined) return null;
  const { account, verdict, problems, warnings, ended } = report;
  return {
    startedAt: report.startedAt,
    finishedAt: report.finishedAt,
    user: clippedName(account.user),
    server: clippedName(account.host),
    verdict,
    mailboxes: report.mailboxes.map(each => {
      const { mailbox, onServer, archived, missing, unnamed } = each;
      return { mailbox: clippedName(mailbox), onServer, archived, missing: missing + unnamed };
    }),
    others: report.others.map(({ mailbox, ...rest }) => ({
      mailbox: mailbox.slice(0, 4_096),
      ...rest,
    })),
    notReached: report.notReached.map(clippedName),
    problems: problems.slice(0, mostShown).map(clipped),
    problemCount: problems.length,
    warnings: warnings.slice(0, mostShown).map(clippedWarning),
    warningCount: verdict.warnings,
    ...(ended !== undefined && { failure: clipped(ended) }),
  };
}
