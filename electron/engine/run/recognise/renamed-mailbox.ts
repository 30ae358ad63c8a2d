import { warningOf } from '../../../../shared/i18n/warning-of.ts';
import { isHeader, type MessageKind } from '../../archive/layout/kind.ts';
import type { MailboxArchive } from '../../archive/mailbox-archive.ts';
import type { UidRanges } from '../../protocol/response.ts';
import { ensureOpen } from '../connection/open-mailbox.ts';
import type { MailboxRun } from '../mailbox-run.ts';
import type { FormerMailbox } from './former-mailboxes.ts';
import { match } from './match.ts';
import { linkedAlready } from './pair-up.ts';
import { asHeader, recognisableOnServer, withoutDate } from './recognisable.ts';
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
  const { messages, undated } = await run.lines[0].run(async session => {
    await ensureOpen(session, run.name, uidValidity);
    const found = { messages: new RecognisableTable(), undated: new RecognisableTable() };
    await recognisableOnServer(session, uids, message => {
      found.messages.add(isHeader(kind) ? asHeader(message) : message);
      if (!isHeader(kind)) found.undated.add(withoutDate(message));
    });
    return found;
  });
  const linked = new Set<number>();
  const link = async (
    theirs: RecognisableTable,
    ours: (former: FormerMailbox) => RecognisableTable,
  ): Promise<void> => {
    let lacking = theirs.where(uid => !linked.has(uid));
    if (lacking.size === 0) return;
    for await (const former of run.former.likelyFor(run.name, kind)) {
      const pairs = pairsWith(former, match(ours(former), lacking), box);
      if (pairs.size === 0) continue;
      for (const uid of pairs.keys()) linked.add(uid);
      box.links.add(former.box, pairs);
      box.flush();
      const { mailbox } = run;
      const args = { count: pairs.size, mailbox, former: former.box.name };
      run.emit({ event: 'warning', mailbox, ...warningOf('mailbox-renamed', { args }) });
      lacking = lacking.where(uid => !linked.has(uid));
      if (lacking.size === 0) return;
    }
  };
  await link(messages, former => former.messages);
  await link(undated, former => former.undated);
}

/** What is linked already stands for one message, and not for another that looks like it. */
function pairsWith(
  { box: former }: FormerMailbox,
  matched: ReadonlyMap<number, number>,
  box: MailboxArchive,
): Map<number, number> {
  if (matched.size === 0) return new Map();
  const taken = linkedAlready(former, box);
  const free = [...matched].filter(([from]) => !taken.has(from));
  return new Map(free.map(([from, to]) => [to, from]));
}
