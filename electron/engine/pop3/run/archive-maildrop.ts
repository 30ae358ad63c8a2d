import { warningOf } from '../../../../shared/i18n/warning-of.ts';
import type { Failure } from '../../../../shared/model/failure.ts';
import type { MailboxReport } from '../../../../shared/model/mailbox.ts';
import type { RunEvent, RunRequest, RunResult } from '../../../../shared/model/run.ts';
import type { Warning } from '../../../../shared/model/warning.ts';
import { otherProtocol } from '../../archive/account-identity.ts';
import type { Archive } from '../../archive/archive.ts';
import { freeBytes } from '../../archive/disk/free-bytes.ts';
import type { MessageKind } from '../../archive/layout/kind.ts';
import type { MailboxArchive } from '../../archive/mailbox-archive.ts';
import { MailstowError } from '../../errors.ts';
import { fromNumbers } from '../../protocol/uid-set.ts';
import { type AccountRun, accountRun } from '../../run/account-run.ts';
import { RunControl } from '../../run/connection/run-control.ts';
import { naming } from '../../run/download/fetch-mailbox.ts';
import { ProgressReporter } from '../../run/download/progress.ts';
import { storeMessages } from '../../run/download/store-messages.ts';
import { Suspects } from '../../run/download/suspects.ts';
import { extrasOf, keepExtras } from '../../run/extras/extras.ts';
import { warnOfLost } from '../../run/file-accidents.ts';
import { recognisedAs } from '../../run/recognise/moved-account.ts';
import { ServerHabits } from '../../session/server-habits.ts';
import type { Pop3Session } from '../session/pop3-session.ts';
import { deleteArchived } from './delete-archived.ts';
import { DropDownload } from './drop-download.ts';
import { findInMaildrop } from './find-in-maildrop.ts';
import { MaildropLine } from './maildrop-line.ts';
import { OwnNumbers, ownUidValidity } from './own-numbers.ts';
import { inbox, requirePop3 } from './requirements.ts';
import { type DropSurvey, surveyDrop } from './survey-drop.ts';

/**
 * One run by POP3: the same as `archiveAccount` does by IMAP, with the one mailbox that there is.
 * @throws MailstowError when the run could not go on; a failure of one message is in the result instead
 */
export function archiveMaildrop(
  request: RunRequest,
  emit: (event: RunEvent) => void,
  signal: AbortSignal,
  control = new RunControl(),
  habits = new ServerHabits(),
): Promise<RunResult> {
  return accountRun(request, emit, signal, async run => {
    requirePop3(request);
    const mayDelete = request.deleteAfter !== undefined;
    const line = new MaildropLine(
      { access: request, emit: run.emit, signal, control, habits },
      mayDelete,
    );
    try {
      await line.open();
      const archive = await run.open(await recognisedAs(line, request, findInMaildrop, run.warn));
      await archiveInbox(run, archive, line);
      await keepExtras(extrasOf(request, archive), archive, run.warn, signal);
    } finally {
      line.close();
    }
  });
}

async function archiveInbox(run: AccountRun, archive: Archive, line: MaildropLine): Promise<void> {
  const { request, record, emit, warn, signal } = run;
  const { key: mailbox } = inbox;
  record.chose([mailbox]);
  const box = await archive.mailbox(inbox);
  const isNew = box.recordedUidValidity === undefined;
  claimNumbers(box, archive.folder);
  if (isNew) box.expectMessages();
  const kind: MessageKind = request.selection.headersOnly ? 'header' : 'full';
  const numbers = new OwnNumbers(box);
  const look = new Look(session =>
    surveyDrop(session, box, kind, request.selection, numbers, warn),
  );

  const first = await line.run(session => {
    warnOfExpiry(session, request, warn);
    if (request.selection.headersOnly && session.hasTop === false) {
      throw new MailstowError('top-not-offered');
    }
    return look.at(session);
  });
  const { onServer, bytes, messages } = first.drop;
  emit({ event: 'mailboxes', mailboxes: [mailbox], sizes: [{ messages: onServer, bytes }] });
  if (messages.length < onServer) {
    const args = { mailbox, onServer, listed: messages.length };
    warn(warningOf('messages-unlisted', { args }));
  }
  warnOfLost({ mailbox, emit }, box, kind, fromNumbers(uidsOf(first.wanted)));
  const toFetch = first.wanted.length;
  const bytesToFetch = request.selection.headersOnly ? undefined : sizeOf(first.wanted);
  emit({
    event: 'mailbox',
    mailbox,
    onServer,
    selected: first.selected.length,
    toFetch,
    ...(bytesToFetch !== undefined && { bytesToFetch }),
  });
  const progress = new ProgressReporter({ mailbox, toFetch, bytesToFetch, emit });
  const problems = await fetchDrop(run, archive, box, kind, line, look, progress);

  const found = look.last ?? first;
  const missing = found.selected.filter(({ uid }) => !box.has(kind, uid)).length;
  const report: MailboxReport = {
    mailbox,
    uidValidity: ownUidValidity,
    onServer: found.drop.onServer,
    unnamed: found.drop.onServer - found.drop.messages.length,
    selected: found.selected.length,
    archived: found.selected.length - missing,
    elsewhere: 0,
    missing,
    gone: found.gone,
    problems,
  };
  emit({ event: 'mailbox-done', report });
  const { stored, bytes: storedBytes, period } = progress;
  record.finished({ report, stored, renamed: 0, bytes: storedBytes, period });
  for (const failure of problems) emit({ event: 'problem', failure });
  archive.flush();
  const { deleteAfter: days } = request;
  if (days === undefined) return;
  await line.run(async session => {
    const rule = { days, now: Date.now(), signal, warn };
    await deleteArchived(session, await look.at(session), box, archive, rule);
  });
}

/** What was seen on one connection counts on that one alone: on the next the messages have other numbers. */
class Look {
  readonly #survey: (session: Pop3Session) => Promise<DropSurvey>;
  #session: Pop3Session | undefined;
  last: DropSurvey | undefined;

  constructor(survey: (session: Pop3Session) => Promise<DropSurvey>) {
    this.#survey = survey;
  }

  async at(session: Pop3Session): Promise<DropSurvey> {
    if (this.#session === session && this.last !== undefined) return this.last;
    this.last = await this.#survey(session);
    this.#session = session;
    return this.last;
  }
}

/** Fetches and stores what is wanted. @returns what could not be stored; everything else is durable by then */
async function fetchDrop(
  { request, emit }: AccountRun,
  archive: Archive,
  box: MailboxArchive,
  kind: MessageKind,
  line: MaildropLine,
  look: Look,
  progress: ProgressReporter,
): Promise<Failure[]> {
  if (look.last?.wanted.length === 0) return [];
  archive.deletions.forget(uidsOf(look.last?.wanted ?? []));
  const { key: mailbox } = inbox;
  const { problems } = await storeMessages({ mailbox, emit }, box, kind, progress, {
    begin: async writer =>
      new DropDownload({
        mailbox,
        headersOnly: request.selection.headersOnly,
        writer,
        suspects: new Suspects(box.quarantine.messages.keys(), line.hasGained),
        progress,
        onGain: () => line.gained(),
        freeBytes: () => freeBytes(archive.folder),
        ...(request.layout === 'folders' && (await naming())),
      }),
    drain: (download, writer) =>
      line.run(async session => {
        // What came before a break is on disk by then, so that it is not asked for again.
        await writer.flush();
        const { wanted } = await look.at(session);
        session.useGate({ ready: () => line.control.ready() ?? writer.ready() });
        try {
          await download.drain(session, wanted);
        } finally {
          session.useGate(line.control);
          writer.abandon();
        }
      }),
    uidls: () => new Map(look.last?.wanted.map(({ uid, uidl }) => [uid, uidl])),
  });
  return problems;
}

/** @throws MailstowError `archive-of-other-protocol` where the folder has numbers that are not ours */
function claimNumbers(box: MailboxArchive, folder: string): void {
  const recorded = box.recordedUidValidity ?? box.listedUidValidity ?? ownUidValidity;
  if (recorded !== ownUidValidity) throw otherProtocol(folder, 'imap', 'pop3');
  box.setOwnUidValidity(ownUidValidity);
}

/** RFC 2449 section 6.7: nothing of ours deletes, but the server may. */
function warnOfExpiry(
  { expiry }: Pop3Session,
  { deleteAfter }: RunRequest,
  warn: (warning: Warning) => void,
): void {
  if (expiry === undefined || deleteAfter !== undefined) return;
  warn(
    expiry === 0
      ? warningOf('server-deletes-at-once')
      : warningOf('server-deletes', { args: { count: expiry } }),
  );
}

function uidsOf(messages: DropSurvey['wanted']): number[] {
  return messages.map(({ uid }) => uid);
}

function sizeOf(messages: DropSurvey['wanted']): number {
  return messages.reduce((sum, { size }) => sum + size, 0);
}
