import { ArchiveReader } from '../../engine/archive/archive-reader.ts';
import { compareByProtocol } from '../../engine/compare-by-protocol.ts';
import { checkArchive } from '../../engine/run/check/check-archive.ts';
import { ask, giveNotice, serveRequests } from '../../engine/thread/serve-requests.ts';
import { received } from '../sign-in/sent-credentials.ts';
import type { CheckNotice, ProofCalls } from './proof-calls.ts';
import { shownHistory } from './shown-history.ts';
import { shownReport } from './shown-report.ts';

/** The thread that looks at archives: a disk may be slow, and an archive large. */
const stop = new AbortController();
const tell = (notice: CheckNotice) => giveNotice(notice);
serveRequests<ProofCalls>({
  async check({ folder, access, leftOut }) {
    const reader = new ArchiveReader(folder);
    let [files, bytes] = [0, 0];
    for (const mailbox of reader.mailboxes()) {
      const { recorded } = mailbox;
      files += recorded.files;
      bytes += recorded.bytes;
    }
    tell({ notice: 'all', files, bytes });
    const { entry, notKept } = await checkArchive(reader, {
      access: access && { ...access, credentials: received(access.credentials, ask) },
      compare: compareByProtocol,
      leftOut,
      onFiles: (mailbox, readFiles, readBytes) =>
        tell({ notice: 'read', mailbox, files: readFiles, bytes: readBytes }),
      onComparing: () => tell({ notice: 'comparing' }),
      onEvent: () => undefined,
      signal: stop.signal,
    });
    return { entry, notKept };
  },
  stop: () => void stop.abort(),
  report: folder => shownReport(new ArchiveReader(folder)),
  history: folder => shownHistory(new ArchiveReader(folder)),
});
