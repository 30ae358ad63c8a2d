import type { OtherMailbox, OtherReason } from '../../../shared/model/mailbox.ts';
import type { CompletenessReport } from '../../../shared/model/report.ts';
import type { MailboxSum, Period, Verdict } from '../../../shared/model/verdict.ts';
import { totals } from './totals.ts';

/** Names that a sum of mailboxes keeps: as many as a sentence can bear, and a report lists them all. */
const namesKept = 5;

/** What is known of a run at its end. */
export interface Outcome
  extends Pick<
    CompletenessReport,
    'mailboxes' | 'others' | 'notReached' | 'problems' | 'stored' | 'storedBytes' | 'ended'
  > {
  /** Of the mailbox that the run was at when it ended. */
  readonly unfinished?: {
    readonly onServer: number;
    readonly selected: number;
    readonly archived: number;
  };
  readonly warnings: number;
  readonly milliseconds: number;
  readonly period?: Period | undefined;
}

/** Makes the verdict; called once for each run, at its end. */
export function judge(outcome: Outcome): Verdict {
  const { mailboxes, others, notReached, problems, unfinished, ended } = outcome;
  const known = totals(mailboxes);
  const { onServer = 0, selected = 0, archived = 0 } = unfinished ?? {};
  const failed = sumOf(others, 'failed', 'unreadable');
  const isComplete =
    notReached.length + problems.length + failed.mailboxes + known.missing + known.unnamed === 0;
  const end = isComplete ? 'complete' : 'incomplete';
  const early = ended?.kind === 'stopped' ? 'stopped' : 'failed';
  return {
    state: ended === undefined ? end : early,
    mailboxes: mailboxes.length,
    onServer: known.onServer + onServer,
    excluded: known.excluded + onServer - selected,
    unnamed: known.unnamed,
    selected: known.selected + selected,
    archived: known.archived + archived,
    elsewhere: known.elsewhere,
    missing: known.missing + selected - archived,
    quarantined: mailboxes.reduce((sum, { problems: those }) => sum + those.length, 0),
    gone: known.gone,
    leftOut: sumOf(others, 'left-out'),
    shared: sumOf(others, 'shared'),
    kept: sumOf(others, 'no-longer-listed'),
    failed,
    notReached: {
      mailboxes: notReached.length,
      messages: 0,
      names: notReached.slice(0, namesKept),
    },
    stored: outcome.stored,
    bytes: outcome.storedBytes,
    ...(outcome.period !== undefined && { period: outcome.period }),
    milliseconds: outcome.milliseconds,
    warnings: outcome.warnings,
  };
}

function sumOf(others: readonly OtherMailbox[], ...reasons: readonly OtherReason[]): MailboxSum {
  // An empty one is in the report, and no sentence's business.
  const those = others.filter(
    ({ reason, messages }) => reasons.includes(reason) && (messages !== 0 || reason === 'failed'),
  );
  return {
    mailboxes: those.length,
    messages: those.reduce((sum, { messages = 0 }) => sum + messages, 0),
    names: those.map(({ mailbox }) => mailbox).slice(0, namesKept),
  };
}
