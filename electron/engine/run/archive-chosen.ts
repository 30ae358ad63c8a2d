import { warningOf } from '../../../shared/i18n/warning-of.ts';
import type { RunEvent, RunRequest } from '../../../shared/model/run.ts';
import type { Archive } from '../archive/archive.ts';
import { warningOfUnassigned } from '../archive/layout/unassigned.ts';
import { MailstowError } from '../errors.ts';
import { archiveMailbox } from './archive-mailbox.ts';
import type { ChosenMailboxes } from './choose/choose-mailboxes.ts';
import { countsBytes, knownSizes } from './choose/known-sizes.ts';
import type { AccountMailbox } from './choose/list-mailboxes.ts';
import type { Line } from './connection/reconnecting-session.ts';
import { staysInMailbox } from './connection/stays-in-mailbox.ts';
import { isMailboxPutOff } from './connection/throttling.ts';
import { inRounds } from './in-rounds.ts';
import type { AssumedMailboxes } from './mailbox-run.ts';
import { AllMail } from './recognise/all-mail.ts';
import { FormerMailboxes } from './recognise/former-mailboxes.ts';
import type { RunRecord } from './run-record.ts';

export interface AccountRun {
  readonly request: RunRequest;
  readonly archive: Archive;
  readonly lines: readonly [Line, ...Line[]];
  readonly record: RunRecord;
  /** Labels of messages are to be known as they are now. */
  readonly labels: boolean;
  readonly signal: AbortSignal;
  readonly assumed?: AssumedMailboxes;
  emit(event: RunEvent): void;
}

/**
 * Archives the chosen mailboxes one after the other, and records what became of every mailbox of the account.
 * @throws MailstowError when the run could not go on
 */
export async function archiveChosen(
  { mailboxes, others, unlisted, problems }: ChosenMailboxes,
  run: AccountRun,
): Promise<void> {
  const { request, archive, lines, record, labels, signal, assumed, emit } = run;
  const keys = mailboxes.map(({ name }) => name.key);
  record.chose(keys);
  const isCounted = ({ name }: AccountMailbox) =>
    countsBytes(request) && !archive.names.has(name.key);
  const sizes = await knownSizes(lines[0], mailboxes, isCounted);
  emit({ event: 'mailboxes', mailboxes: keys, sizes });
  const bytes = new Map(keys.map((key, index) => [key, sizes[index]?.bytes]));
  record.leftOut(others);
  for (const failure of problems) {
    record.problem(failure);
    emit({ event: 'problem', failure });
  }
  const kept = unlisted.filter(({ key }) => archive.filesOf(key) > 0);
  const allMail = new AllMail(mailboxes, request.separate);
  const former = new FormerMailboxes(archive, kept);
  const shared = {
    ...{ request, archive, lines, allMail, labels, former, emit },
    ...(assumed !== undefined && { assumed }),
  };
  const failed = (chosen: AccountMailbox, error: unknown) => {
    if (mailboxes.length === 1 || !staysInMailbox(error)) throw error;
    noteFailure(chosen, error, run);
  };
  await inRounds(mailboxes, {
    patience: request.patience,
    signal,
    emit,
    work: async chosen => {
      try {
        const { name, status } = chosen;
        const { key } = name;
        const described = { name, mailbox: key, ...(status && { status }), bytes: bytes.get(key) };
        const result = await archiveMailbox({ ...described, ...shared });
        record.finished(result);
        for (const failure of result.report.problems) emit({ event: 'problem', failure });
        await learn(allMail, chosen, run);
      } catch (error) {
        if (error instanceof MailstowError && isMailboxPutOff(error.failure)) throw error;
        failed(chosen, error);
      }
    },
    gaveUp: failed,
  });
  // What is counted from here on is on disk.
  archive.flush();
  const unassigned = warningOfUnassigned(archive.unassigned());
  if (unassigned !== undefined) emit({ event: 'warning', ...unassigned });
  record.leftOut(
    kept.map(({ key }) => ({
      mailbox: key,
      reason: 'no-longer-listed',
      messages: archive.filesOf(key),
    })),
  );
}

/** A mailbox that nobody listed and that is not there is none of the account's. */
function noteFailure(
  { name, status, isAssumed }: AccountMailbox,
  { failure }: MailstowError,
  { archive, record, emit }: AccountRun,
): void {
  if (isAssumed && failure.kind === 'mailbox-not-found') {
    const messages = archive.filesOf(name.key);
    record.passed(
      name.key,
      messages > 0 ? [{ mailbox: name.key, reason: 'no-longer-listed', messages }] : [],
    );
    return;
  }
  record.failed(name.key, failure, status?.messages);
  emit({ event: 'problem', failure });
}

/** The mailbox is archived by then, so that a refusal costs no more than copies of its messages. */
async function learn(
  allMail: AllMail,
  mailbox: AccountMailbox,
  { archive, lines, emit }: AccountRun,
): Promise<void> {
  try {
    await allMail.learn(lines[0], mailbox, archive);
  } catch (error) {
    if (!staysInMailbox(error)) throw error;
    const args = { mailbox: mailbox.name.key };
    emit({ event: 'warning', ...warningOf('copies-not-recognised', { args }) });
  }
}
