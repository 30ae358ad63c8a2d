import { join } from 'node:path';
import { replaceUnsynced, writeAtomically } from './disk/atomic-file.ts';
import { errorCode } from './disk/disk-failure.ts';
import { readText } from './disk/read-text.ts';

/** A report in the forms in which it is kept. */
export interface ReportFiles {
  readonly json: string;
  readonly html: string;
  readonly text: string;
}

/** Which report: that of the last run, or of the last one that found everything archived. */
export type ReportName = 'last' | 'last-good';

const jsonNames: Readonly<Record<ReportName, string>> = {
  last: 'certificate.json',
  'last-good': 'certificate.last-good.json',
};

/**
 * The report of the last run takes the place of the one before.
 * @param own the archive's own folder
 * @param isGood the run found everything archived
 */
export function keepReportFiles(own: string, files: ReportFiles, isGood: boolean): void {
  // For people; the same as the JSON, which is there for good.
  replaceUnsynced(join(own, 'certificate.html'), files.html);
  replaceUnsynced(join(own, 'certificate.txt'), files.text);
  if (isGood) writeAtomically(join(own, jsonNames['last-good']), files.json);
  writeAtomically(join(own, jsonNames.last), files.json);
}

/** @returns the report's JSON; undefined where there is none to read */
export function readReportJson(own: string, name: ReportName): string | undefined {
  try {
    return readText(join(own, jsonNames[name]));
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return undefined;
  }
}
