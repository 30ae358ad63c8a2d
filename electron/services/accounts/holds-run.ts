import type { Account } from '../../../shared/contract.ts';
import { ArchiveReader } from '../../engine/archive/archive-reader.ts';
import { parseReport } from '../../engine/report/parse-report.ts';

/** Milliseconds between the end of a run in its report and in the account's list. */
const apart = 60_000;

/** Whether the folder holds the archive that this run was about: its report lies in there. */
export function holdsRun(folder: string, run: NonNullable<Account['lastRun']>): boolean {
  try {
    const report = parseReport(new ArchiveReader(folder).report('last') ?? '');
    return report !== undefined && Math.abs(report.finishedAt - run.finishedAt) < apart;
  } catch {
    // Nothing that can be read: no archive of ours.
    return false;
  }
}
