import type { Failure } from '../../../../shared/model/failure.ts';
import { freeBytes } from '../../archive/disk/free-bytes.ts';
import type { MessageKind } from '../../archive/layout/kind.ts';
import type { MailboxArchive } from '../../archive/mailbox-archive.ts';
import { MailstowError, toFailure } from '../../errors.ts';
import type { UidRanges } from '../../protocol/response.ts';
import { fromNumbers } from '../../protocol/uid-set.ts';
import { ensureOpen } from '../connection/open-mailbox.ts';
import type { Line } from '../connection/reconnecting-session.ts';
import { mayPass } from '../connection/retry.ts';
import type { MailboxRun } from '../mailbox-run.ts';
import { type CutShort, Download, type DownloadOptions } from './download.ts';
import type { ProgressReporter } from './progress.ts';
import { Suspects } from './suspects.ts';

export interface Fetched {
  readonly problems: Failure[];
  /** Removed from the server before they could be fetched. */
  readonly gone: UidRanges;
}

/**
 * Fetches and stores messages of one mailbox over all lines.
 * @returns what could not be stored; everything else is durable by then, but for what is gone
 */
export async function fetchMailbox(
  run: MailboxRun,
  box: MailboxArchive,
  kind: MessageKind,
  uidValidity: number,
  uids: UidRanges,
  progress: ProgressReporter,
): Promise<Fetched> {
  if (uids.length === 0) return { problems: [], gone: [] };
  box.expectMessages();
  const [first] = run.lines;
  const lost: number[] = [];
  const writer = box.writer(
    kind,
    ({ size, internalDate }) => progress.add(size, internalDate),
    undefined,
    uid => lost.push(uid),
  );
  try {
    const download = new Download({
      mailbox: run.mailbox,
      uids,
      headersOnly: run.request.selection.headersOnly,
      writer,
      ...(run.request.layout === 'folders' && (await naming())),
      progress,
      freeBytes: () => freeBytes(run.archive.folder),
      suspects: new Suspects(box.quarantine.messages.keys(), first.hasGained),
    });
    const drainOn = (line: Line) =>
      line.run(async session => {
        await ensureOpen(session, box.mailbox, uidValidity);
        await download.drain(session, line.control, () => line.gained());
      });
    const ended = await drainOnAll(run, download, drainOn);
    await writer.flush();
    for (const uid of lost) download.tooLargeForDisk(uid);
    const problems = quarantine(box, download);
    warnOfCutShort(run, download.cutShort);
    if (ended !== undefined) {
      for (const failure of problems) run.emit({ event: 'problem', failure });
      throw ended.reason;
    }
    return { problems, gone: fromNumbers(download.gone) };
  } finally {
    await writer.close();
    progress.finish();
  }
}

/** What names files by what they hold; reads MIME by a library, which is loaded where it is needed only. */
export function naming(): Promise<Required<Pick<DownloadOptions, 'namingOf'>>> {
  return import('../../mail/header/head.ts');
}

/** @returns why the first connection could not finish what the others left, if so */
async function drainOnAll(
  { lines, emit }: MailboxRun,
  download: Download,
  drainOn: (line: Line) => Promise<void>,
): Promise<PromiseRejectedResult | undefined> {
  const [first, ...others] = lines;
  const help = others.filter(line => !line.isRetired).slice(0, download.batchCount - 1);
  const [main, ...helped] = await Promise.allSettled([first, ...help].map(drainOn));
  if (main?.status === 'rejected') return main;
  const failed = help.filter((_, index) => helped[index]?.status === 'rejected');
  const reason = helped.find(each => each.status === 'rejected')?.reason;
  if (failed.length > 0) {
    // A server that refuses one connection more refuses the next ones too: it is asked once a run.
    const isAway = reason instanceof MailstowError && mayPass(reason.kind);
    for (const line of others) {
      if (!line.hasConnected || (failed.includes(line) && !isAway)) line.retire();
    }
    const { message, serverText } = toFailure(reason);
    const words = serverText === undefined ? '' : ` The server says: ${serverText}`;
    emit({ event: 'warning', message: `continuing with fewer connections: ${message}${words}` });
  }
  // What such a line had taken is back in the queue.
  if (download.isFinished) return undefined;
  const [rest] = await Promise.allSettled([drainOn(first)]);
  return rest.status === 'rejected' ? rest : undefined;
}

/** Leaves a trace of what could not be stored beside the archive, with the bytes there are of it. */
function quarantine(box: MailboxArchive, download: Download): Failure[] {
  const problems: Failure[] = [];
  for (const failure of download.problems) {
    const { uid, message } = failure;
    const bytes = uid === undefined ? undefined : download.raw.get(uid);
    const rawPath = uid === undefined ? undefined : box.quarantine.keep(uid, message, bytes);
    problems.push(rawPath === undefined ? failure : { ...failure, rawPath });
  }
  return problems;
}

/** Messages that one warning names. */
const mostNamed = 10;

export function warnOfCutShort(
  { mailbox, emit }: Pick<MailboxRun, 'mailbox' | 'emit'>,
  cutShort: readonly CutShort[],
): void {
  if (cutShort.length === 0) return;
  const named = cutShort
    .slice(0, mostNamed)
    .map(({ uid, bytes, size }) => `UID ${uid}: ${bytes} of ${size} bytes`);
  const more = cutShort.length > mostNamed ? ' …' : '';
  const many = cutShort.length === 1 ? '1 message is' : `${cutShort.length} messages are`;
  const message = `${mailbox}: ${many} shorter than the server says; saved as sent (${named.join(', ')}${more})`;
  emit({ event: 'warning', message });
}
