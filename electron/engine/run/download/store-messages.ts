import { warningOf } from '../../../../shared/i18n/warning-of.ts';
import type { Failure } from '../../../../shared/model/failure.ts';
import type { MessageKind } from '../../archive/layout/kind.ts';
import type { MailboxArchive } from '../../archive/mailbox-archive.ts';
import type { MessageWriter } from '../../archive/writer/message-writer.ts';
import type { MailboxRun } from '../mailbox-run.ts';
import type { CutShort } from './download.ts';
import type { ProgressReporter } from './progress.ts';

/** What is asked of a download once everything was tried, whatever its protocol. */
interface Downloaded {
  /** What could not be stored. */
  readonly problems: readonly Failure[];
  readonly cutShort: readonly CutShort[];
  /** What the server sent of messages that are a problem, by UID. */
  readonly raw: ReadonlyMap<number, Buffer>;
  /** The disk takes no file of that size; from here on it is a problem. */
  tooLargeForDisk(uid: number): void;
}

/** A download, and how it is carried out. */
export interface StoredDownload<Download extends Downloaded> {
  /** @param writer takes what it brings */
  begin(writer: MessageWriter): Download | Promise<Download>;
  /** @throws why it could not finish */
  drain(download: Download, writer: MessageWriter): Promise<void>;
  /** How a POP3 server names messages, by UID, for what is kept of those that could not be stored. */
  uidls?(): ReadonlyMap<number, string | undefined>;
}

/**
 * Stores what a download brings. On return everything is durable but for its problems, which are in quarantine.
 * @throws what the download throws, once what came before is durable and its problems are told
 */
export async function storeMessages<Download extends Downloaded>(
  run: Pick<MailboxRun, 'mailbox' | 'emit'>,
  box: MailboxArchive,
  kind: MessageKind,
  progress: ProgressReporter,
  { begin, drain, uidls }: StoredDownload<Download>,
): Promise<{ readonly download: Download; readonly problems: Failure[] }> {
  box.expectMessages();
  const lost: number[] = [];
  const writer = box.writer(
    kind,
    ({ size, internalDate }) => progress.add(size, internalDate),
    undefined,
    uid => lost.push(uid),
  );
  try {
    const download = await begin(writer);
    const [ended] = await Promise.allSettled([drain(download, writer)]);
    await writer.flush();
    for (const uid of lost) download.tooLargeForDisk(uid);
    const problems = quarantine(box, download, uidls?.());
    warnOfCutShort(run, download.cutShort);
    if (ended.status === 'rejected') {
      for (const failure of problems) run.emit({ event: 'problem', failure });
      throw ended.reason;
    }
    return { download, problems };
  } finally {
    await writer.close();
    progress.finish();
  }
}

/** Leaves a trace of what could not be stored beside the archive, with the bytes there are of it. */
function quarantine(
  box: MailboxArchive,
  { problems, raw }: Downloaded,
  uidls: ReadonlyMap<number, string | undefined> = new Map(),
): Failure[] {
  return problems.map(failure => {
    const { uid, message } = failure;
    if (uid === undefined) return failure;
    const rawPath = box.quarantine.keep(uid, message, raw.get(uid), uidls.get(uid));
    return rawPath === undefined ? failure : { ...failure, rawPath };
  });
}

/** Messages that one warning names. */
const mostNamed = 10;

function warnOfCutShort(
  { mailbox, emit }: Pick<MailboxRun, 'mailbox' | 'emit'>,
  cutShort: readonly CutShort[],
): void {
  if (cutShort.length === 0) return;
  const named = cutShort
    .slice(0, mostNamed)
    .map(({ uid, bytes, size }) => `UID ${uid}: ${bytes}/${size}`);
  const more = cutShort.length > mostNamed ? ' …' : '';
  const args = { mailbox, count: cutShort.length, named: `${named.join(', ')}${more}` };
  emit({ event: 'warning', ...warningOf('cut-short', { args }) });
}
