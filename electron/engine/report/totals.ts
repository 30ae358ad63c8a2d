import type { Failure } from '../../../shared/model/failure.ts';
import type { MailboxReport } from '../../../shared/model/mailbox.ts';
import type { CompletenessReport } from '../../../shared/model/report.ts';

/** The numbers of one mailbox or of all of them; each counts messages. */
export interface Counts {
  readonly onServer: number;
  readonly unnamed: number;
  /** Left out by the options. */
  readonly excluded: number;
  readonly selected: number;
  readonly archived: number;
  /** Of the archived ones, those whose bytes stand under another mailbox. */
  readonly elsewhere: number;
  readonly missing: number;
  /** Stored, and no longer on the server. */
  readonly gone: number;
}

export function countsOf(report: MailboxReport): Counts {
  return { ...report, excluded: Math.max(0, report.onServer - report.unnamed - report.selected) };
}

export function totals(reports: readonly MailboxReport[]): Counts {
  const sum = (of: keyof Counts) =>
    reports.reduce((total, report) => total + countsOf(report)[of], 0);
  return {
    onServer: sum('onServer'),
    unnamed: sum('unnamed'),
    excluded: sum('excluded'),
    selected: sum('selected'),
    archived: sum('archived'),
    elsewhere: sum('elsewhere'),
    missing: sum('missing'),
    gone: sum('gone'),
  };
}

/** Everything that went wrong; what ended the run comes first. */
export function failures({ ended, problems }: CompletenessReport): readonly Failure[] {
  return ended === undefined ? problems : [ended, ...problems];
}
