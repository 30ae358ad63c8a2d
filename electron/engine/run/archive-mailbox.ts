import type { Failure } from '../../../shared/model/failure.ts';
import type { MailboxReport } from '../../../shared/model/mailbox.ts';
import type { RunEvent, RunRequest } from '../../../shared/model/run.ts';
import type { Archive } from '../archive/archive.ts';
import { type MessageKind, messageKinds } from '../archive/kind.ts';
import type { MailboxArchive } from '../archive/mailbox-archive.ts';
import { MailstowError, toFailure } from '../errors.ts';
import { count, numbers } from '../protocol/uid-set.ts';
import type { Session } from '../session/session.ts';
import { Download } from './download.ts';
import type { Line } from './line.ts';
import { missingUids } from './plan.ts';
import { ProgressReporter } from './progress.ts';
import { reconcile } from './reconcile.ts';
import { openMailbox, type Survey, survey } from './survey.ts';

export interface MailboxRun {
  readonly request: RunRequest;
  readonly archive: Archive;
  readonly mailbox: string;
  readonly delimiter: string | null;
  /** The first is connected; the others connect when there is work for them. */
  readonly lines: readonly [Line, ...Line[]];
  emit(event: RunEvent): void;
}

export interface MailboxResult {
  readonly report: MailboxReport;
  readonly stored: number;
  readonly renamed: number;
  readonly octets: number;
}

/** Brings the archive of one mailbox up to what the server has. The story of it, top to bottom. */
export async function archiveMailbox(run: MailboxRun): Promise<MailboxResult> {
  const { request, mailbox, emit } = run;
  const [line] = run.lines;
  const found = await line.run(session => survey(session, mailbox, request.selection));
  if (found.discrepancy !== undefined) emit({ event: 'warning', message: found.discrepancy });

  const box = await run.archive.mailbox(mailbox, run.delimiter);
  const renamed = await line.run(session => alignUidValidity(session, run, box, found));

  const kind = kindOf(request);
  const selected = [...numbers(found.selected)];
  const lacking = missingUids(selected, uid => box.has(kind, uid));
  const copied = await copyFromOtherKind(box, kind, lacking);
  const toFetch = missingUids(lacking, uid => box.has(kind, uid));
  emit({
    event: 'mailbox',
    mailbox,
    onServer: found.onServer,
    selected: selected.length,
    toFetch: toFetch.length,
  });

  const progress = new ProgressReporter(mailbox, toFetch.length, emit);
  const problems = await fetchAll(run, box, kind, found.uidValidity, toFetch, progress);
  if (box.pendingRemap !== undefined && problems.length === 0) {
    await box.finishRemap();
    if (request.purge) await box.purgeSuperseded();
  }

  const missing = missingUids(selected, uid => box.has(kind, uid)).length;
  const report: MailboxReport = {
    mailbox,
    uidValidity: found.uidValidity,
    onServer: found.onServer,
    selected: count(found.selected),
    archived: selected.length - missing,
    missing,
    problems,
  };
  emit({ event: 'mailbox-done', report });
  return { report, stored: progress.stored + copied, renamed, octets: progress.octets };
}

/** Makes the stored UIDs those of the server's present numbering. Repeatable. */
async function alignUidValidity(
  session: Session,
  { mailbox, emit }: MailboxRun,
  box: MailboxArchive,
  { uidValidity }: Survey,
): Promise<number> {
  if (uidValidity === 0) {
    emit({
      event: 'warning',
      message: `The server gives ${mailbox} no lasting numbering (UIDVALIDITY 0); its messages are recognised by their content on every run`,
    });
  }
  const isKnown = box.uidValidity === uidValidity && uidValidity !== 0;
  if (isKnown || box.pendingRemap?.to === uidValidity) return 0;
  const isEmpty = messageKinds.every(kind => box.uids(kind).length === 0);
  if (isEmpty && box.pendingRemap === undefined) {
    await box.setUidValidity(uidValidity);
    return 0;
  }
  await ensureOpen(session, mailbox, uidValidity);
  const renamed = await reconcile(session, box, uidValidity);
  emit({ event: 'renamed', mailbox, count: renamed });
  return renamed;
}

async function ensureOpen(session: Session, mailbox: string, uidValidity: number): Promise<void> {
  if (session.selected?.mailbox === mailbox) return;
  const opened = await openMailbox(session, mailbox);
  if (opened.uidValidity === uidValidity) return;
  throw new MailstowError('receive', 'mailbox', {
    message: `The server numbered ${mailbox} anew while it was being archived.`,
    nextStep: 'Run it again; what is stored stays.',
    mailbox,
  });
}

async function fetchAll(
  run: MailboxRun,
  box: MailboxArchive,
  kind: MessageKind,
  uidValidity: number,
  uids: readonly number[],
  progress: ProgressReporter,
): Promise<Failure[]> {
  if (uids.length === 0) return [];
  const writer = box.writer(kind, ({ size }) => progress.add(size));
  try {
    const download = new Download({
      mailbox: run.mailbox,
      uids,
      headersOnly: run.request.selection.headersOnly,
      writer,
    });
    const drainOn = (line: Line) =>
      line.run(async session => {
        await ensureOpen(session, run.mailbox, uidValidity);
        await download.drain(session, () => line.gained());
      });
    const [first, ...others] = run.lines;
    const help = others.slice(0, download.batchCount - 1).map(line =>
      // What such a line had taken is back in the queue; the first connection finishes it.
      drainOn(line).catch(error => {
        const message = `a further connection could not help: ${toFailure(error).message}`;
        run.emit({ event: 'warning', message });
      }),
    );
    const ended = await Promise.allSettled([drainOn(first), ...help]);
    const [main] = ended;
    if (main.status === 'fulfilled' && !download.isFinished) await drainOn(first);
    await writer.flush();
    progress.finish();
    if (main.status === 'rejected') throw main.reason;
    await quarantine(box, download.problems);
    return download.problems;
  } finally {
    await writer.close();
  }
}

/** Leaves a trace of what could not be stored beside the archive. */
async function quarantine(box: MailboxArchive, problems: readonly Failure[]): Promise<void> {
  for (const { uid, message } of problems) {
    if (uid !== undefined) await box.quarantine(uid, message, undefined);
  }
}

function kindOf({ layout, selection }: RunRequest): MessageKind {
  const unseenOnly = selection.unseenOnly && layout === 'flat';
  if (selection.headersOnly) return unseenOnly ? 'new_header' : 'header';
  return unseenOnly ? 'new' : 'full';
}

const otherName: Readonly<Record<MessageKind, MessageKind>> = {
  full: 'new',
  new: 'full',
  header: 'new_header',
  new_header: 'header',
};

/** Octets that the folder has under another of its names are copied there, not downloaded. */
async function copyFromOtherKind(
  box: MailboxArchive,
  kind: MessageKind,
  lacking: readonly number[],
): Promise<number> {
  const other = otherName[kind];
  const there = lacking.filter(uid => box.has(other, uid));
  return (await box.copyKind(other, kind, there)).length;
}
