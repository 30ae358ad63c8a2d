import { warningOf } from '../../../shared/i18n/warning-of.ts';
import type { Failure } from '../../../shared/model/failure.ts';
import type { MailboxReport, Selection } from '../../../shared/model/mailbox.ts';
import type { MessageKind } from '../archive/layout/kind.ts';
import type { MailboxArchive } from '../archive/mailbox-archive.ts';
import { MailstowError } from '../errors.ts';
import type { UidRanges } from '../protocol/response.ts';
import { count, filter, numbers, subtract } from '../protocol/uid-set.ts';
import type { Session } from '../session/session.ts';
import { countsBytes } from './choose/known-sizes.ts';
import { ensureOpen } from './connection/open-mailbox.ts';
import { fetchMailbox } from './download/fetch-mailbox.ts';
import { ProgressReporter } from './download/progress.ts';
import { checkAdopted, warnOfLost } from './file-accidents.ts';
import type { MailboxResult, MailboxRun } from './mailbox-run.ts';
import { passOver, sealIfWhole } from './pass-over.ts';
import { alignUidValidity } from './recognise/align-uidvalidity.ts';
import { learnLabels } from './recognise/labels.ts';
import { linkRenamed } from './recognise/renamed-mailbox.ts';
import { alignContents } from './recognise/restored-server.ts';
import { noteSurvey, type Survey, survey, withoutGone } from './survey/survey.ts';

/** Brings the archive of one mailbox up to what the server has. The story of it, top to bottom. */
export async function archiveMailbox(run: MailboxRun): Promise<MailboxResult> {
  const { request, mailbox, emit } = run;
  const [line] = run.lines;
  const { unchanged, seen } = await passOver(run);
  if (unchanged !== undefined) return unchanged;
  const box = await run.archive.mailbox(run.name);
  const isNew = box.recordedUidValidity === undefined;
  if (isNew) box.expectMessages();
  const kind = kindOf(request.selection);
  const found = await line.run(session =>
    survey(session, box, kind, request.selection, run.status, seen),
  );
  warnOfUnnamed(run, found);
  const renamed = await line.run(session => alignUidValidity(session, run, box, found));
  await checkAdopted(run, box, found);
  await line.run(session => alignContents(session, run, box, kind, found));

  const gone = noteSurvey(box, found);

  const isElsewhere = (uid: number) => !request.separate && box.isElsewhere(kind, uid);
  const isArchived = (uid: number) => box.has(kind, uid) || isElsewhere(uid);
  const { toFetch, copied } = await takeFromDisk(run, box, kind, found, isArchived);
  const selected = count(found.selected);
  const { onServer } = found;
  const bytesToFetch =
    expectedBytes(run, box, kind, found, toFetch) ??
    (countsBytes(request)
      ? await line.run(session => sizeOf(session, run, found, toFetch))
      : undefined);
  const expected = bytesToFetch === undefined ? {} : { bytesToFetch };
  emit({ event: 'mailbox', mailbox, onServer, selected, toFetch: count(toFetch), ...expected });

  const progress = new ProgressReporter({ mailbox, toFetch: count(toFetch), bytesToFetch, emit });
  const fetched = await fetchMailbox(run, box, kind, found.uidValidity, toFetch, progress);
  const problems = [...fetched.problems];
  const { pending } = box.change;
  if (pending !== undefined && problems.length === 0) {
    box.change.finish();
    // Under the same UIDVALIDITY it is the server that lost them.
    const isRenumbered = pending.from !== pending.to;
    if (request.purge && isRenumbered) problems.push(...(await purge(box)));
  }
  if (run.labels) await line.run(session => learnLabels(session, box, kind, found));

  const left = withoutGone(found, fetched.gone);
  const missing = count(filter(left.selected, uid => !isArchived(uid)));
  const elsewhere = count(filter(left.selected, uid => !box.has(kind, uid) && isElsewhere(uid)));
  const report: MailboxReport = {
    mailbox,
    uidValidity: left.uidValidity,
    onServer: left.onServer,
    unnamed: left.onServer - count(left.uids),
    selected: count(left.selected),
    archived: count(left.selected) - missing,
    elsewhere,
    missing,
    gone,
    problems,
  };
  if (found.state !== undefined) {
    box.keepServerState(found.state);
    // What was said to be gone is asked for once more by the next run.
    if (fetched.gone.length === 0) sealIfWhole(run, report);
  }
  emit({ event: 'mailbox-done', report });
  const { bytes, period } = progress;
  return { report, stored: progress.stored + copied, renamed, bytes, period };
}

/**
 * The bytes of what is to be fetched: all that the mailbox holds less what is on disk.
 * @returns undefined where the server does not tell, and where only a part of its messages is asked for
 */
function expectedBytes(
  { request, bytes }: MailboxRun,
  box: MailboxArchive,
  kind: MessageKind,
  { onServer, selected }: Survey,
  toFetch: UidRanges,
): number | undefined {
  if (toFetch.length === 0) return 0;
  if (bytes === undefined || request.selection.headersOnly) return undefined;
  if (count(selected) !== onServer) return undefined;
  let left = bytes;
  if (count(toFetch) === onServer) return left;
  for (const uid of numbers(subtract(selected, toFetch))) {
    const size = box.sizeOf(kind, uid);
    // It is stored under another mailbox.
    if (size === undefined) return undefined;
    left -= size;
  }
  return Math.max(0, left);
}

/** The same by asking for each; @returns undefined where that costs the server too much. */
async function sizeOf(
  session: Session,
  { name }: MailboxRun,
  { uidValidity }: Survey,
  toFetch: UidRanges,
): Promise<number | undefined> {
  if (session.isSizeDear) return undefined;
  await ensureOpen(session, name, uidValidity);
  let bytes = 0;
  await session.uidFetch(toFetch, ['UID', 'RFC822.SIZE'], ({ size = 0 }) => {
    bytes += size;
  });
  return bytes;
}

/**
 * Takes what is selected and not archived from where its bytes are on this side.
 * @returns UIDs that only the server has, and how many messages were copied
 */
async function takeFromDisk(
  run: MailboxRun,
  box: MailboxArchive,
  kind: MessageKind,
  { selected, uidValidity }: Survey,
  isArchived: (uid: number) => boolean,
): Promise<{ toFetch: UidRanges; copied: number }> {
  const isLacking = (uid: number) => !isArchived(uid);
  const lacking = filter(selected, isLacking);
  warnOfLost(run, box, kind, lacking);
  const copied = await copyFromOtherKind(box, kind, lacking);
  // Until a run has come to its end under this numbering, what it linked may not be all.
  const isFinished = box.readServerState()?.uidValidity === uidValidity;
  if (!isFinished) await linkRenamed(run, box, kind, filter(lacking, isLacking));
  await run.allMail.link(run.lines[0], box, kind, filter(lacking, isLacking));
  return { toFetch: filter(lacking, isLacking), copied };
}

function warnOfUnnamed({ mailbox, emit }: MailboxRun, { onServer, uids }: Survey): void {
  const listed = count(uids);
  if (listed >= onServer) return;
  const args = { mailbox, onServer, listed };
  emit({ event: 'warning', ...warningOf('messages-unlisted', { args }) });
}

function kindOf({ headersOnly, unseenOnly }: Selection): MessageKind {
  if (headersOnly) return unseenOnly ? 'new_header' : 'header';
  return unseenOnly ? 'new' : 'full';
}

const otherName: Readonly<Record<MessageKind, MessageKind>> = {
  full: 'new',
  new: 'full',
  header: 'new_header',
  new_header: 'header',
};

/** Bytes that the folder has under another of its names are copied there, not downloaded. */
async function copyFromOtherKind(
  box: MailboxArchive,
  kind: MessageKind,
  lacking: UidRanges,
): Promise<number> {
  const other = otherName[kind];
  const there = filter(lacking, uid => box.has(other, uid));
  return (await box.copyKind(other, kind, [...numbers(there)])).length;
}

/** The mailbox is archived all the same where what was superseded cannot be removed. */
async function purge(box: MailboxArchive): Promise<Failure[]> {
  try {
    await box.purgeSuperseded();
    return [];
  } catch (error) {
    if (!(error instanceof MailstowError)) throw error;
    return [error.failure];
  }
}
