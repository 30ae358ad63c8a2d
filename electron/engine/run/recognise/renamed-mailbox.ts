import { isHeader, type MessageKind } from '../../archive/layout/kind.ts';
import type { MailboxArchive } from '../../archive/mailbox-archive.ts';
import type { UidRanges } from '../../protocol/response.ts';
import { ensureOpen } from '../connection/open-mailbox.ts';
import type { MailboxRun } from '../mailbox-run.ts';
import { match } from './match.ts';
import { asHeader, recognisableOnServer } from './recognisable.ts';
import { RecognisableTable } from './recognisable-table.ts';

/**
 * A mailbox that is new to the archive may be one that the server lists no longer, under another name: what it
 * holds is recognised by header, date and, where whole messages are archived, size, and linked to the files there instead of being fetched again.
 * @param uids messages of the mailbox that the archive lacks
 */
export async function linkRenamed(
  run: MailboxRun,
  box: MailboxArchive,
  kind: MessageKind,
  uids: UidRanges,
): Promise<void> {
  if (run.request.separate || run.former.isEmpty || uids.length === 0) return;
  const uidValidity = box.recordedUidValidity ?? 0;
  // Without lasting numbers a link would soon be that of another message.
  if (uidValidity === 0) return;
  const theirs = await run.lines[0].run(async session => {
    await ensureOpen(session, run.name, uidValidity);
    const found = new RecognisableTable();
    await recognisableOnServer(session, uids, message => {
      found.add(isHeader(kind) ? asHeader(message) : message);
    });
    return found;
  });
  let lacking = theirs;
  for await (const former of run.former.likelyFor(run.name, kind)) {
    const pairs = new Map([...match(former.messages, lacking)].map(([from, to]) => [to, from]));
    if (pairs.size === 0) continue;
    box.links.add(former.box, pairs);
    box.flush();
    const message = `${pairs.size} messages of ${run.mailbox} were in ${former.box.name} before; their files stay there and were not downloaded again`;
    run.emit({ event: 'warning', mailbox: run.mailbox, message });
    lacking = lacking.where(uid => !pairs.has(uid));
    if (lacking.size === 0) return;
  }
}
