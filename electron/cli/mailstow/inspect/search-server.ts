import { ArchiveReader } from '../../../engine/archive/archive-reader.ts';
import type { UidRanges } from '../../../engine/protocol/response.ts';
import { contains, count, intersect, numbers } from '../../../engine/protocol/uid-set.ts';
import { printable } from '../../../engine/report/words.ts';
import { listUids } from '../../../engine/run/survey/list-uids.ts';
import { archivedUids, notArchived } from '../../../engine/server-search/archived-uids.ts';
import { withCharset } from '../../../engine/server-search/charset.ts';
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
  const lacking = archive && lackingIn(archive, opened, uids);
  const { stdout, stderr } = surroundings;
  const isArchived = (uid: number) => lacking !== undefined && !contains(lacking, uid);
  if (json) {
    const named = [...numbers(uids)];
    const all = { mailbox: opened.mailbox, uidValidity: opened.uidValidity, uids: named };
    const split = lacking && {
      archived: named.filter(isArchived),
      notArchived: [...numbers(lacking)],
    };
    stdout.write(`${JSON.stringify({ ...all, ...split })}\n`);
  } else {
    for (const uid of numbers(uids)) {
      const words = isArchived(uid) ? ' archived' : ' not archived';
      stdout.write(`${uid}${lacking === undefined ? '' : words}\n`);
    }
    const sum = lacking === undefined ? '' : `, ${count(lacking)} of them not archived`;
    stderr.write(`${printable(opened.mailbox)}: ${count(uids)} found${sum}.\n`);
  }
  return uids.length === 0 ? 'NO_IP_ADDR_FOUND' : 'SUCCESS';
};

async function find(session: Session, { mailbox }: OpenedMailbox, search: TypedSearch) {
  for (const { key, capability } of search.needs) {
    if (session.capabilities.has(capability)) continue;
    throw wrong(`This server does not offer ${key} (it lacks ${capability})`, 'Leave it out.');
  }
  const found = await session.uidSearch(withCharset(session, search));
  // A set may claim four thousand million messages in a few bytes.
  if (count(found) <= (session.selected?.exists ?? 0)) return found;
  return intersect(found, await listUids(session, mailbox));
}

/** @throws MailstowError of kind `arguments` where the archive's numbers mean other messages */
function lackingIn(
  archive: ArchiveReader,
  { mailbox, uidValidity }: OpenedMailbox,
  uids: UidRanges,
): UidRanges {
  const archived = archivedUids(archive, key => key === mailbox).get(mailbox);
  const lacking = notArchived(uids, uidValidity, archived);
  if (lacking !== undefined) return lacking;
  throw wrong(
    `The server has numbered ${mailbox} anew, so its UIDs are not those of the archive`,
    "Run 'mailstow archive' first, or leave out --folder.",
  );
}
