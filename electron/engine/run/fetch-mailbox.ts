import type { Failure } from '../../../shared/model/failure.ts';
import type { MessageKind } from '../archive/kind.ts';
import type { MailboxArchive } from '../archive/mailbox-archive.ts';
import { toFailure } from '../errors.ts';
import type { MailboxRun } from './archive-mailbox.ts';
import { Download } from './download.ts';
import type { Line } from './line.ts';
import { ensureOpen } from './open-mailbox.ts';
import type { ProgressReporter } from './progress.ts';

/**
 * Fetches and stores messages of one mailbox over all lines.
 * @returns what could not be stored; everything else is durable by then
 */
export async function fetchMailbox(
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
