import { ArchiveReader } from '../../../engine/archive/archive-reader.ts';
import { count, intersect, numbers } from '../../../engine/protocol/uid-set.ts';
import { printable } from '../../../engine/report/words.ts';
import { listUids } from '../../../engine/run/survey/list-uids.ts';
import type { OpenedMailbox } from '../../../engine/session/selected-mailbox.ts';
import type { Session } from '../../../engine/session/session.ts';
import { filled, wrong } from '../../argument-values.ts';
import type { Action } from '../command.ts';
import type { searchServerOptions } from '../option-tables.ts';
import { inMailbox } from './in-mailbox.ts';
import { readSearch, type TypedSearch } from './search-keys.ts';

export const searchServer: Action<typeof searchServerOptions> = async (
  { values, operands },
  surroundings,
) => {
  const [mailbox = '', ...words] = operands;
  const { json = false, folder, ...rest } = values;
  const search = readSearch(words);
  const archive =
    folder === undefined ? undefined : new ArchiveReader(filled(folder, '--folder') ?? '');
  const { uids, opened } = await inMailbox(mailbox, rest, surroundings, async (session, there) => ({
    opened: there,
    uids: await find(session, there, search),
  }));
  const archived = archive && archivedIn(archive, opened);
  const { stdout, stderr } = surroundings;
  if (json) {
    const named = [...numbers(uids)];
    const all = { mailbox: opened.mailbox, uidValidity: opened.uidValidity, uids: named };
    const split = archived && {
      archived: named.filter(archived),
      notArchived: named.filter(uid => !archived(uid)),
    };
    stdout.write(`${JSON.stringify({ ...all, ...split })}\n`);
  } else {
    let lacking = 0;
    for (const uid of numbers(uids)) {
      const isLacking = archived?.(uid) === false;
      if (isLacking) lacking += 1;
      const words = isLacking ? ' not archived' : ' archived';
      stdout.write(`${uid}${archived === undefined ? '' : words}\n`);
    }
    const sum = archived === undefined ? '' : `, ${lacking} of them not archived`;
    stderr.write(`${printable(opened.mailbox)}: ${count(uids)} found${sum}.\n`);
  }
  return uids.length === 0 ? 'NO_IP_ADDR_FOUND' : 'SUCCESS';
};

async function find(session: Session, { mailbox }: OpenedMailbox, search: TypedSearch) {
  const { keys, needs } = search;
  for (const { key, capability } of needs) {
    if (session.capabilities.has(capability)) continue;
    throw wrong(`This server does not offer ${key} (it lacks ${capability})`, 'Leave it out.');
  }
  // Where strings are UTF-8 in any case, no other set may be named (RFC 6855 section 3).
  const isTold = session.enabled.has('UTF8=ACCEPT') || session.enabled.has('IMAP4REV2');
  const found = await session.uidSearch({ keys, isUtf8: search.isUtf8 && !isTold });
  // A set may claim four thousand million messages in a few bytes.
  if (count(found) <= (session.selected?.exists ?? 0)) return found;
  return intersect(found, await listUids(session, mailbox));
}

/** @throws MailstowError of kind `arguments` where the archive's numbers mean other messages */
function archivedIn(archive: ArchiveReader, { mailbox, uidValidity }: OpenedMailbox) {
  for (const kept of archive.mailboxes()) {
    if (kept.name !== mailbox) continue;
    if (kept.uidValidity !== uidValidity) {
      throw wrong(
        `The server has numbered ${mailbox} anew, so its UIDs are not those of the archive`,
        "Run 'mailstow archive' first, or leave out --folder.",
      );
    }
    return (uid: number) => kept.links.has(uid) || kept.kinds.some(kind => kept.has(kind, uid));
  }
  return () => false;
}
