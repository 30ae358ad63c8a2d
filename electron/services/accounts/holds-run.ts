import { ArchiveReader } from '../../engine/archive/archive-reader.ts';
import { parseReport } from '../../engine/report/parse-report.ts';
import type { SavedAccount } from './profiles.ts';

/** Milliseconds between the end of a run in its report and in the account's list. */
const apart = 60_000;

/** Whether the folder holds the archive that the account's last runs were about: the report of one lies in there. */
export function holdsRunOf(
  folder: string,
  { lastRun, lastComplete }: Pick<SavedAccount, 'lastRun' | 'lastComplete'>,
): boolean {
  try {
    const archive = new ArchiveReader(folder);
    return [lastRun, lastComplete].some(run =>
      (['last', 'last-good'] as const).some(name => {
        const report = parseReport(archive.report(name) ?? '');
        return run !== undefined && Math.abs((report?.finishedAt ?? 0) - run.finishedAt) < apart;
      }),
    );
  } catch {
    // Nothing that can be read: no archive of ours.
    return false;
  }
}
