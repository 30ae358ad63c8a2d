import { statSync } from 'node:fs';
import type { MailboxReport } from '../../../../shared/model/mailbox.ts';
import { readSpare, writeSpare } from '../disk/cache-file.ts';
import { errorCode } from '../disk/disk-failure.ts';
import type { JournalPosition } from '../journal/journal-tail.ts';
import type { FileSum } from '../layout/file-sum.ts';

/** What a mailbox was like when a run found it whole; as long as that holds, nothing needs to be read. */
export interface Seal {
  /** What the run was to archive, and by which rules; another question breaks the seal. */
  readonly asked: string;
  readonly report: MailboxReport;
  readonly files: FileSum;
  /** Stamps of the folder of the files, of the journal and of what the server said. */
  readonly folder: string;
  readonly journal: string;
  readonly server: string;
  /** How far in the journal files were looked at since; absent before its beginning. */
  readonly looked?: JournalPosition;
}

/**
 * Changes with every name that comes into a folder or goes, and with every write to a file.
 * @returns undefined where there is nothing
 */
export function stampOf(path: string): string | undefined {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat && `${stat.ino} ${stat.size} ${stat.mtimeNs}`;
}

/** @returns undefined where there is none */
export function readSeal(path: string): Seal | undefined {
  return readSpare(path, isSeal);
}

/**
 * Best effort, not fsynced: a lost or torn seal only costs a full check. Failing to write it is no failure either: the
 * mail is stored, and the next run looks at all of it.
 */
export function writeSeal(path: string, seal: Seal): void {
  try {
    writeSpare(path, `${JSON.stringify(seal)}\n`);
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
  }
}

function isSeal(value: unknown): value is Seal {
  if (typeof value !== 'object' || value === null) return false;
  const seal: Partial<Record<keyof Seal, unknown>> = value;
  return (
    [seal.asked, seal.folder, seal.journal, seal.server].every(text => typeof text === 'string') &&
    [seal.report, seal.files].every(part => typeof part === 'object' && part !== null)
  );
}
