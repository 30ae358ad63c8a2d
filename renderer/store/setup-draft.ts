import type { MailboxEntry, Profile, Server } from '../../shared/contract.ts';
import { isInboxOnly } from './server-kind.ts';
import type { WindowServices } from './window-services.ts';

/** What a person has said so far while setting up an account; holds no secret. */
export interface Draft {
  readonly email: string;
  readonly rememberPassword: boolean;
  /** The person filled in the server; nothing is guessed over it. */
  readonly byHand: boolean;
  readonly user: string;
  readonly server: Server;
  readonly mailboxes: readonly MailboxEntry[];
  /** Undefined until the mailboxes were seen for the first time. */
  readonly leftOut: readonly string[] | undefined;
  readonly headersOnly: boolean;
  readonly unseenOnly: boolean;
  readonly index: boolean;
  readonly labelFolders: boolean;
  /** New mail is saved as it arrives. */
  readonly keepUp: boolean;
  readonly receivedSince?: number | undefined;
  readonly receivedBefore?: number | undefined;
  readonly largerThan?: number | undefined;
  readonly smallerThan?: number | undefined;
  /** Days between two checks, after which the server's own copy goes; undefined: never. */
  readonly deleteAfter?: number | undefined;
  readonly folder: string;
}

export const emptyDraft: Draft = {
  email: '',
  rememberPassword: true,
  byHand: false,
  user: '',
  server: { host: '', port: 993, security: 'tls' },
  mailboxes: [],
  leftOut: undefined,
  headersOnly: false,
  unseenOnly: false,
  index: false,
  labelFolders: false,
  keepUp: false,
  folder: '',
};

export function profileOf(draft: Draft): Profile {
  const { byHand: _, mailboxes: __, leftOut = [], server, index, labelFolders, ...rest } = draft;
  const { deleteAfter, keepUp, ...chosen } = rest;
  const inboxOnly = isInboxOnly(draft);
  const deletes = inboxOnly && !draft.headersOnly && deleteAfter !== undefined;
  return {
    ...chosen,
    server: withoutGaps(server),
    leftOut: inboxOnly ? [] : [...leftOut],
    unseenOnly: !inboxOnly && draft.unseenOnly,
    ...(index && { index }),
    ...(labelFolders && !inboxOnly && { labelFolders }),
    ...(keepUp && { keepUp }),
    ...(deletes && { deleteAfter }),
  };
}

export function draftOf(profile: Profile): Draft {
  const { index = false, labelFolders = false, keepUp = false } = profile;
  return { ...emptyDraft, ...profile, index, labelFolders, keepUp, byHand: true };
}

/** What was filled in and emptied again counts as never filled in. */
function withoutGaps(server: Server): Server {
  const { certificateFile, certificateFolder, ...rest } = server;
  return {
    ...rest,
    ...(certificateFile !== undefined && { certificateFile }),
    ...(certificateFolder !== undefined && { certificateFolder }),
  };
}

const key = 'set-up';

/** Keeps the draft, so that closing the window half-way loses nothing but the password. */
export function keepDraft({ memory }: WindowServices, draft: Draft | undefined): void {
  memory.write(key, draft && JSON.stringify({ ...draft, mailboxes: [] }));
}

/** The draft of the window before; an empty one where there is none or it cannot be read. */
export function recallDraft({ memory }: WindowServices): Draft {
  try {
    const kept: unknown = JSON.parse(memory.read(key) ?? '{}');
    return typeof kept === 'object' ? { ...emptyDraft, ...kept } : emptyDraft;
  } catch {
    return emptyDraft;
  }
}
