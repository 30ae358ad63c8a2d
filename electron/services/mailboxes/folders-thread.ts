import { requireProtocol } from '../../engine/archive/account-identity.ts';
import { ArchiveReader } from '../../engine/archive/archive-reader.ts';
import { holdsArchive } from '../../engine/archive/presence.ts';
import { MailstowError } from '../../engine/errors.ts';
import { archiveNames } from '../../engine/mailboxes/archive-names.ts';
import { createMailbox, renameMailbox, setSubscribed } from '../../engine/mailboxes/change.ts';
import { deleteMailbox, lookBeforeDeletion } from '../../engine/mailboxes/deletion.ts';
import { nameBelow } from '../../engine/mailboxes/new-name.ts';
import {
  findOnServer,
  listOnServer,
  type ServerMailbox,
  type ServerMailboxes,
} from '../../engine/mailboxes/server-mailboxes.ts';
import { archivedUids } from '../../engine/server-search/archived-uids.ts';
import {
  findNotArchived,
  type SearchedArchive,
  type ServerSearch,
} from '../../engine/server-search/find-not-archived.ts';
import type { Session } from '../../engine/session/session.ts';
import { ask, serveRequests } from '../../engine/thread/serve-requests.ts';
import { withSession } from '../accounts/access.ts';
import { received, type SentCredentials } from '../sign-in/sent-credentials.ts';
import type { FolderAccount, FolderCalls, FolderChange } from './folder-work.ts';
import { shownFolders } from './shown-folders.ts';

/** The thread is ended where the person stops it: nothing in it has to be told. */
const { signal } = new AbortController();

serveRequests<FolderCalls>({
  change: ({ change, ...account }) =>
    onServer(account, async (session, list, folder) => {
      const before = await list();
      if (change.do === 'nothing') return shownFolders(before);
      await apply(session, before, change, folder);
      return shownFolders(await list());
    }),
  look: ({ mailbox, ...account }) =>
    onServer(account, async (session, list, folder) =>
      lookBeforeDeletion(session, required(await list(), mailbox), folder, signal),
    ),
  search: ({ search, ...account }) => {
    const archive = searchedArchive(account.folder, search);
    return onServer(account, session => findNotArchived(session, search, archive));
  },
});

/** @throws MailstowError where it is one of another protocol, whose numbers mean nothing here */
function searchedArchive(folder: string, { leftOut }: ServerSearch): SearchedArchive | undefined {
  if (!holdsArchive(folder)) return undefined;
  const reader = new ArchiveReader(folder);
  requireProtocol(reader.folder, 'imap');
  return { names: reader.names, uids: archivedUids(reader, key => !leftOut.includes(key)) };
}

type Work<Result> = (
  session: Session,
  list: () => Promise<ServerMailboxes>,
  /** The account's archive, where there is one. */
  folder: string | undefined,
) => Promise<Result>;

async function onServer<Result>(
  { access, folder }: FolderAccount<SentCredentials>,
  work: Work<Result>,
): Promise<Result> {
  const archive = holdsArchive(folder) ? folder : undefined;
  const known = archiveNames(archive);
  const credentials = received(access.credentials, ask);
  return withSession({ ...access, credentials }, signal, session =>
    work(session, () => listOnServer(session, known), archive),
  );
}

async function apply(
  session: Session,
  listed: ServerMailboxes,
  change: Exclude<FolderChange, { do: 'nothing' }>,
  folder: string | undefined,
): Promise<void> {
  switch (change.do) {
    case 'create': {
      const name = newName(listed, change);
      await createMailbox(session, name);
      if (change.subscribe) await setSubscribed(session, name, true);
      return;
    }
    case 'rename': {
      const mailbox = required(listed, change.mailbox);
      await renameMailbox(session, mailbox, newName(listed, change), listed.mailboxes);
      return;
    }
    case 'subscribe': {
      const { mailbox, subscribed } = change;
      const lost = listed.lost.find(({ key }) => key === mailbox);
      await setSubscribed(session, lost ?? required(listed, mailbox).name, subscribed);
      return;
    }
    case 'delete': {
      const { messages: expected } = change;
      const deletion = { folder, expected, signal, evenIfNotArchived: false };
      await deleteMailbox(session, required(listed, change.mailbox), deletion);
      return;
    }
  }
}

function newName(
  listed: ServerMailboxes,
  { parent, folder }: { readonly parent: string | undefined; readonly folder: string },
) {
  const above = parent === undefined ? undefined : required(listed, parent).name;
  return nameBelow(above, folder, listed);
}

function required(listed: ServerMailboxes, key: string): ServerMailbox {
  const found = findOnServer(listed, key);
  if (found !== undefined) return found;
  throw new MailstowError('mailbox-missing', { mailbox: key, args: { mailbox: key } });
}
