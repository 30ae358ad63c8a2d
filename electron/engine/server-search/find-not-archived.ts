import type { Failure } from '../../../shared/model/failure.ts';
import type { Selection } from '../../../shared/model/mailbox.ts';
import { folderMeant } from '../../../shared/search/folder-meant.ts';
import type { Query } from '../../../shared/search/query.ts';
import { settled } from '../../../shared/search/settled.ts';
import { MailstowError } from '../errors.ts';
import type { MailboxName } from '../mailbox-name.ts';
import type { UidRanges } from '../protocol/response.ts';
import { count, formatUidSet, intersect } from '../protocol/uid-set.ts';
import { isAllMail, isUsuallyApart } from '../run/choose/choose-mailboxes.ts';
import { type AccountMailbox, listAccount } from '../run/choose/list-mailboxes.ts';
import { canBeOpened } from '../run/choose/mailbox-pattern.ts';
import type { KnownNames } from '../run/choose/name-mailboxes.ts';
import { openMailbox } from '../run/connection/open-mailbox.ts';
import { staysInMailbox } from '../run/connection/stays-in-mailbox.ts';
import { throttled } from '../run/connection/throttling.ts';
import { listUids } from '../run/survey/list-uids.ts';
import { isFilter, selectUids } from '../run/survey/select-uids.ts';
import type { Session } from '../session/session.ts';
import { atom } from '../wire/encoder.ts';
import { type ArchivedUids, notArchived } from './archived-uids.ts';
import { withCharset } from './charset.ts';
import { searchKeys } from './search-keys.ts';

export interface ServerSearch {
  /** Of terms that `forServer` lets through. */
  readonly query: Query;
  /** Keys of the mailboxes that the account does not archive. */
  readonly leftOut: readonly string[];
  /** Messages that it archives. */
  readonly selection: Selection;
}

/** The archive that the answers are compared with. */
export interface SearchedArchive {
  readonly names: KnownNames;
  readonly uids: ReadonlyMap<string, ArchivedUids>;
}

export interface Findings {
  /** Messages that fit, that the account archives and its archive does not have. */
  readonly notArchived: number;
  /** Why a mailbox could not be asked; of the first one. */
  readonly problem?: Failure;
}

/**
 * Asks a server for messages that are to be archived and are not yet. Mailboxes are opened read-only, and only what the
 * archive does not have is looked into.
 * @param archive undefined where there is none yet
 * @throws MailstowError when the account cannot be asked; a failure of one mailbox is in the result
 */
export async function findNotArchived(
  session: Session,
  search: ServerSearch,
  archive: SearchedArchive | undefined,
): Promise<Findings> {
  const { mailboxes } = await listAccount(session, false, archive?.names);
  let found = 0;
  let problem: Failure | undefined;
  for (const mailbox of toAsk(mailboxes, search)) {
    const query = inMailbox(search.query, mailbox.name);
    if (query === undefined) continue;
    try {
      const archived = archive?.uids.get(mailbox.name.key);
      found += count(await findIn(session, mailbox.name, { ...search, query }, archived));
    } catch (error) {
      if (!staysInMailbox(error) || throttled(error.failure)?.ofAccount) throw error;
      if (mailbox.isAssumed && error.kind === 'mailbox-not-found') continue;
      problem ??= error.failure;
    }
  }
  return { notArchived: found, ...(problem !== undefined && { problem }) };
}

/** Where one mailbox has the messages of the others, each is counted once: there. */
function toAsk(
  mailboxes: readonly AccountMailbox[],
  { leftOut, query }: ServerSearch,
): AccountMailbox[] {
  const chosen = mailboxes.filter(
    each => canBeOpened(each) && !leftOut.includes(each.name.key) && each.status?.messages !== 0,
  );
  const asksForFolders = query.flat().some(({ kind }) => kind === 'name');
  if (asksForFolders || !chosen.some(isAllMail)) return chosen;
  return chosen.filter(each => isAllMail(each) || isUsuallyApart(each));
}

/** @returns undefined where nothing in the mailbox can fit */
function inMailbox(query: Query, { text, delimiter }: MailboxName): Query | undefined {
  return settled(query, term =>
    term.kind === 'name' ? folderMeant(term.text)(text, delimiter) : undefined,
  );
}

async function findIn(
  session: Session,
  name: MailboxName,
  { query, selection }: ServerSearch,
  archived: ArchivedUids | undefined,
): Promise<UidRanges> {
  const { key: mailbox, text } = name;
  const opening = openMailbox(session, name);
  // In the same round trip: mostly there is nothing more to ask.
  const listing = session.uidSearch({ all: true });
  listing.catch(() => {});
  const { uidValidity } = await opening;
  const all = await listUids(session, mailbox, listing);
  const lacking = notArchived(all, uidValidity, archived);
  if (lacking === undefined) {
    throw new MailstowError('mailbox-renumbered', { args: { mailbox: text }, mailbox });
  }
  if (lacking.length === 0) return [];
  const wanted = isFilter(selection) ? await selectUids(session, selection, lacking) : lacking;
  return query.length === 0 || wanted.length === 0 ? wanted : searchAmong(session, query, wanted);
}

/** A server without an index of texts reads every message that it searches: so no more than these. */
async function searchAmong(session: Session, query: Query, uids: UidRanges): Promise<UidRanges> {
  const { keys, isUtf8 } = withCharset(session, searchKeys(query));
  const [set, more] = formatUidSet(uids);
  const among = set === undefined || more !== undefined ? [] : [atom('UID'), atom(set)];
  return intersect(await session.uidSearch({ keys: [...among, ...keys], isUtf8 }), uids);
}
