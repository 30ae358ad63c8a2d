import type { MailboxReport } from '../../../shared/model/mailbox.ts';
import type { RunEvent, RunRequest } from '../../../shared/model/run.ts';
import type { Archive } from '../archive/archive.ts';
import type { MessageKind } from '../archive/kind.ts';
import type { MailboxArchive } from '../archive/mailbox-archive.ts';
import type { MailboxStatus } from '../protocol/response.ts';
import { count, numbers } from '../protocol/uid-set.ts';
import { alignUidValidity } from './align-uidvalidity.ts';
import type { AllMail } from './all-mail.ts';
import { fetchMailbox } from './fetch-mailbox.ts';
import { checkAdopted, warnOfLost } from './file-accidents.ts';
import type { Line } from './line.ts';
import { passOver, sealIfWhole } from './pass-over.ts';
import { missingUids } from './plan.ts';
import { ProgressReporter } from './progress.ts';
import { noteSurvey, type Survey, survey } from './survey.ts';

export interface MailboxRun {
  readonly request: RunRequest;
  readonly archive: Archive;
  readonly mailbox: string;
  readonly delimiter: string | null;
  /** What LIST told of the mailbox on the way, where the server does that. */
  readonly status?: MailboxStatus;
  /** The first is connected; the others connect when there is work for them. */
  readonly lines: readonly [Line, ...Line[]];
  readonly allMail: AllMail;
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
  const { unchanged, seen } = await passOver(run);
  if (unchanged !== undefined) return unchanged;
  const box = await run.archive.mailbox(mailbox, run.delimiter);
  const found = await line.run(session =>
    survey(session, box, request.selection, run.status, seen),
  );
  warnOfUnnamed(run, found);
  const renamed = await line.run(session => alignUidValidity(session, run, box, found));
  await line.run(session => checkAdopted(session, run, box, found));

  const gone = noteSurvey(box, found);

  const kind = kindOf(request);
  const selected = [...numbers(found.selected)];
  const isElsewhere = (uid: number) => !request.separate && box.isElsewhere(kind, uid);
  const isArchived = (uid: number) => box.has(kind, uid) || isElsewhere(uid);
  const lacking = missingUids(selected, isArchived);
  warnOfLost(run, box, kind, lacking);
  const copied = await copyFromOtherKind(box, kind, lacking);
  await run.allMail.link(line, box, kind, missingUids(lacking, isArchived));
  const toFetch = missingUids(lacking, isArchived);
  emit({
    event: 'mailbox',
    mailbox,
    onServer: found.onServer,
    selected: selected.length,
    toFetch: toFetch.length,
  });

  const progress = new ProgressReporter(mailbox, toFetch.length, emit);
  const problems = await fetchMailbox(run, box, kind, found.uidValidity, toFetch, progress);
  if (box.pendingRemap !== undefined && problems.length === 0) {
    await box.finishRemap();
    if (request.purge) await box.purgeSuperseded();
  }

  const missing = missingUids(selected, isArchived).length;
  const elsewhere = selected.filter(uid => !box.has(kind, uid) && isElsewhere(uid)).length;
  const report: MailboxReport = {
    mailbox,
    uidValidity: found.uidValidity,
    onServer: found.onServer,
    unnamed: Math.max(0, found.onServer - count(found.uids)),
    selected: count(found.selected),
    archived: selected.length - missing,
    elsewhere,
    missing,
    gone,
    problems,
  };
  if (found.state !== undefined) {
    box.keepServerState(found.state);
    sealIfWhole(run, report);
  }
  emit({ event: 'mailbox-done', report });
  return { report, stored: progress.stored + copied, renamed, octets: progress.octets };
}

function warnOfUnnamed({ mailbox, emit }: MailboxRun, { onServer, uids }: Survey): void {
  const named = count(uids);
  if (named >= onServer) return;
  const message = `the server says that ${mailbox} has ${onServer} messages, but names only ${named} of them`;
  emit({ event: 'warning', message });
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
