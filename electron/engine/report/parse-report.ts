import { type Failure, failure } from '../../../shared/model/failure.ts';
import type { MailboxReport, OtherMailbox, OtherReason } from '../../../shared/model/mailbox.ts';
import type { CompletenessReport } from '../../../shared/model/report.ts';
import type { Warning } from '../../../shared/model/run.ts';
import type { MailboxSum, Period, Verdict } from '../../../shared/model/verdict.ts';
import { judge } from './judge.ts';

type Fields<Shape> = Partial<Record<keyof Shape, unknown>>;

/** @returns undefined for anything but a report of this format: a later run makes a new one */
export function parseReport(json: string): CompletenessReport | undefined {
  try {
    const value = withPresentNames(JSON.parse(json));
    return isCompletenessReport(value) ? value : fromFirstLanding(value);
  } catch {
    return undefined;
  }
}

/** Earlier versions called the bytes that a run wrote `octets`. */
function withPresentNames(value: unknown): unknown {
  if (!isObject<{ octets: number }>(value) || value.octets === undefined) return value;
  const { octets, ...others } = value;
  return { ...others, storedBytes: octets };
}

/** Reports of the first landing say neither what was not archived nor a verdict. */
function fromFirstLanding(value: unknown): CompletenessReport | undefined {
  if (!isObject<CompletenessReport>(value) || value.verdict !== undefined) return undefined;
  if (!isOfFirstLanding(value)) return undefined;
  const whole = { ...value, others: [], warnings: [] };
  const milliseconds = value.finishedAt - value.startedAt;
  return { ...whole, verdict: judge({ ...whole, warnings: 0, milliseconds }) };
}

function isCompletenessReport(value: unknown): value is CompletenessReport {
  return (
    isObject<CompletenessReport>(value) &&
    isListOf(value.others, isOther) &&
    isListOf(value.warnings, isWarning) &&
    isVerdict(value.verdict) &&
    isOfFirstLanding(value)
  );
}

function isOfFirstLanding(
  value: unknown,
): value is Omit<CompletenessReport, 'verdict' | 'others' | 'warnings'> {
  if (!isObject<CompletenessReport>(value) || value.format !== 1) return false;
  const { account, selection } = value;
  return (
    isObject<CompletenessReport['account']>(account) &&
    [account.user, account.host, value.mailstow, value.folder].every(isText) &&
    isObject<CompletenessReport['selection']>(selection) &&
    typeof selection.headersOnly === 'boolean' &&
    typeof selection.unseenOnly === 'boolean' &&
    [
      selection.receivedSince,
      selection.receivedBefore,
      selection.largerThan,
      selection.smallerThan,
    ].every(limit => limit === undefined || isNumber(limit)) &&
    [value.startedAt, value.finishedAt, value.stored, value.renamed, value.storedBytes].every(
      isNumber,
    ) &&
    typeof value.complete === 'boolean' &&
    isListOf(value.mailboxes, isReport) &&
    isListOf(value.notReached, isText) &&
    isListOf(value.problems, isFailure) &&
    (value.ended === undefined || isFailure(value.ended))
  );
}

function isReport(value: unknown): value is MailboxReport {
  if (!isObject<MailboxReport>(value)) return false;
  const { uidValidity, onServer, unnamed, selected, archived, elsewhere, missing, gone } = value;
  return (
    isText(value.mailbox) &&
    [uidValidity, onServer, unnamed, selected, archived, elsewhere, missing, gone].every(
      isNumber,
    ) &&
    isListOf(value.problems, isFailure)
  );
}

const reasons: readonly OtherReason[] = [
  'left-out',
  'shared',
  'nameless',
  'unreadable',
  'failed',
  'no-longer-listed',
];
const states: readonly Verdict['state'][] = ['complete', 'incomplete', 'stopped', 'failed'];

function isOther(value: unknown): value is OtherMailbox {
  if (!isObject<OtherMailbox>(value)) return false;
  const { mailbox, reason, messages } = value;
  return (
    isText(mailbox) &&
    reasons.some(known => known === reason) &&
    (messages === undefined || isNumber(messages))
  );
}

function isWarning(value: unknown): value is Warning {
  if (!isObject<Warning>(value)) return false;
  return isText(value.message) && (value.mailbox === undefined || isText(value.mailbox));
}

function isVerdict(value: unknown): value is Verdict {
  if (!isObject<Verdict>(value)) return false;
  const { state, period, leftOut, shared, kept, failed, notReached, ...counts } = value;
  return (
    states.some(known => known === state) &&
    [leftOut, shared, kept, failed, notReached].every(isSum) &&
    (period === undefined || isPeriod(period)) &&
    countNames.every(name => isNumber(counts[name]))
  );
}

const countNames = [
  'mailboxes',
  'onServer',
  'excluded',
  'unnamed',
  'selected',
  'archived',
  'elsewhere',
  'missing',
  'quarantined',
  'gone',
  'stored',
  'bytes',
  'milliseconds',
  'warnings',
] as const;

function isPeriod(value: unknown): value is Period {
  return isObject<Period>(value) && isNumber(value.oldest) && isNumber(value.newest);
}

function isSum(value: unknown): value is MailboxSum {
  if (!isObject<MailboxSum>(value)) return false;
  return isNumber(value.mailboxes) && isNumber(value.messages) && isListOf(value.names, isText);
}

function isFailure(value: unknown): value is Failure {
  return failure.safeParse(value).success;
}

function isObject<Shape>(value: unknown): value is Fields<Shape> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOf<Item>(value: unknown, isItem: (item: unknown) => item is Item): value is Item[] {
  return Array.isArray(value) && value.every(isItem);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
