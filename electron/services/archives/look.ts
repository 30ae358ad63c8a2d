import { join } from 'node:path';
import { defaults } from '../../../shared/defaults.ts';
import { identityIn, type RecordedIdentity } from '../../engine/archive/account-identity.ts';
import { readReportJson } from '../../engine/archive/kept-reports.ts';
import { isOfLaterVersion, readFormat } from '../../engine/archive/layout/archive-format.ts';
import { holdsArchive } from '../../engine/archive/presence.ts';
import type { Holding, Owner } from './look-calls.ts';

/**
 * Looks into a folder without opening what is in it.
 * @returns undefined where no archive is in it
 * @throws MailstowError where it cannot be read
 */
export async function holdingOf(folder: string): Promise<Holding | undefined> {
  if (!holdsArchive(folder) || readFormat(folder) === undefined) return undefined;
  const own = join(folder, defaults.ownFolder);
  const account = identityIn(folder);
  return {
    isOfLaterVersion: isOfLaterVersion(folder),
    ...(account !== undefined && { account: shownIdentity(account) }),
    ...(await lastTold(own)),
  };
}

function shownIdentity({ user, host, protocol }: RecordedIdentity): Owner {
  return { user, host, ...(protocol !== undefined && { protocol }) };
}

/** A run that failed before it counted anything says nothing of what is there. */
async function lastTold(own: string): Promise<Pick<Holding, 'messages' | 'archivedAt'>> {
  // Most folders hold no archive, and are looked at sooner without what reads reports.
  const { parseReport } = await import('../../engine/report/parse-report.ts');
  for (const name of ['last', 'last-good'] as const) {
    const { verdict, finishedAt } = parseReport(readReportJson(own, name) ?? '') ?? {};
    if (verdict === undefined || finishedAt === undefined || verdict.archived === 0) continue;
    return { messages: verdict.archived, archivedAt: finishedAt };
  }
  return {};
}
