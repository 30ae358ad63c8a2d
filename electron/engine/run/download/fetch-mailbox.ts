import { warningOf } from '../../../../shared/i18n/warning-of.ts';
import type { Failure } from '../../../../shared/model/failure.ts';
import type { Warning } from '../../../../shared/model/warning.ts';
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
import { Download, type DownloadOptions } from './download.ts';
import type { ProgressReporter } from './progress.ts';
import { storeMessages } from './store-messages.ts';
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
  const [first] = run.lines;
  const { download, problems } = await storeMessages(run, box, kind, progress, {
    begin: async writer =>
      new Download({
        mailbox: run.mailbox,
        uids,
        headersOnly: run.request.selection.headersOnly,
        writer,
        ...(run.request.layout === 'folders' && (await naming())),
        progress,
        freeBytes: () => freeBytes(run.archive.folder),
        suspects: new Suspects(box.quarantine.messages.keys(), first.hasGained),
      }),
    drain: download =>
      drainOnAll(run, download, line =>
        line.run(async session => {
          await ensureOpen(session, box.mailbox, uidValidity);
          await download.drain(session, line.control, () => line.gained());
        }),
      ),
  });
  return { problems, gone: fromNumbers(download.gone) };
}

/** What names files by what they hold; reads MIME by a library, which is loaded where it is needed only. */
export function naming(): Promise<Required<Pick<DownloadOptions, 'namingOf'>>> {
  return import('../../mail/header/head.ts');
}

/** @throws why the first connection could not finish what the others left */
async function drainOnAll(
  { lines, emit }: MailboxRun,
  download: Download,
  drainOn: (line: Line) => Promise<void>,
): Promise<void> {
  const [first, ...others] = lines;
  const help = others.filter(line => !line.isRetired).slice(0, download.batchCount - 1);
  const [main, ...helped] = await Promise.allSettled([first, ...help].map(drainOn));
  if (main?.status === 'rejected') throw main.reason;
  const failed = help.filter((_, index) => helped[index]?.status === 'rejected');
  const reason = helped.find(each => each.status === 'rejected')?.reason;
  if (failed.length > 0) {
    // A server that refuses one connection more refuses the next ones too: it is asked once a run.
    const isAway = reason instanceof MailstowError && mayPass(reason.kind);
    for (const line of others) {
      if (!line.hasConnected || (failed.includes(line) && !isAway)) line.retire();
    }
    emit({ event: 'warning', ...withFewer(toFailure(reason)) });
  }
  // What such a line had taken is back in the queue.
  if (!download.isFinished) await drainOn(first);
}

function withFewer(cause: Failure): Warning {
  const { serverText } = cause;
  if (serverText === undefined) return warningOf('fewer-connections', { cause });
  return warningOf('fewer-connections-server', { args: { serverText }, cause });
}
