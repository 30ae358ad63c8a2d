import { defaults } from '../../../shared/defaults.ts';
import type { Credentials } from '../../../shared/model/account.ts';
import type { Selection } from '../../../shared/model/mailbox.ts';
import type { RunRequest } from '../../../shared/model/run.ts';
import { readFormat } from '../../engine/archive/layout/archive-format.ts';
import type { SavedAccount } from '../accounts/profiles.ts';

/** A folder goes on in the layout in which it was begun: in another every message would be fetched again. */
export function requestOf(profile: SavedAccount['profile'], credentials: Credentials): RunRequest {
  const { server, leftOut, index, labelFolders, folder, deleteAfter } = profile;
  const mayDelete = server.protocol === 'pop3' && !profile.headersOnly;
  const deletes = mayDelete && deleteAfter !== undefined;
  const format = { layout: 'folders', extension: defaults.extensionInFolders } as const;
  return {
    server,
    credentials,
    mailboxes: { excludeNames: leftOut },
    selection: selectionOf(profile),
    folder,
    ...(readFormat(folder) ?? format),
    purge: false,
    connections: defaults.connections,
    separate: false,
    countFirst: true,
    overrideAccount: false,
    ...(index === true && { index }),
    ...(labelFolders === true && { labelFolders }),
    // By POP3 alone, and of whole messages alone.
    ...(deletes && { deleteAfter }),
  };
}

/** The messages that an account archives. */
export function selectionOf(profile: SavedAccount['profile']): Selection {
  const { headersOnly, unseenOnly } = profile;
  const { receivedSince, receivedBefore, largerThan, smallerThan } = profile;
  return {
    headersOnly,
    unseenOnly,
    ...(receivedSince !== undefined && { receivedSince }),
    ...(receivedBefore !== undefined && { receivedBefore }),
    ...(largerThan !== undefined && { largerThan }),
    ...(smallerThan !== undefined && { smallerThan }),
  };
}
