import type { ServerState } from '../archive/server-state.ts';
import type { MailboxName } from '../mailbox-name.ts';
import type { FetchResponse, MailboxStatus, UidRanges } from '../protocol/response.ts';
import { count, fromNumbers, subtract, union } from '../protocol/uid-set.ts';
import type { Session } from '../session/session.ts';
import { listUids } from './list-uids.ts';
import { openMailbox } from './open-mailbox.ts';

/** What the server has in one mailbox now. */
export interface ServerView {
  readonly uidValidity: number;
  /** Messages in the mailbox, as the server counts them. */
  readonly onServer: number;
  readonly uids: UidRanges;
  /** Flags of messages that are new or changed since the known state; of all, where the server cannot tell. */
  readonly flags: ReadonlyMap<number, readonly string[]>;
  /** Nothing changed since the known state, flags included. */
  readonly isAsKnown: boolean;
  /** For the next look; absent where the server named fewer messages than it has, or not enough of itself. */
  readonly state?: ServerState;
}

/**
 * Looks at a mailbox, asking for no more than what changed since the known state (CONDSTORE and QRESYNC,
 * RFC 7162; UIDNEXT and EXISTS elsewhere).
 * @param known what the archive remembers of the last look
 * @param told the mailbox's STATUS where LIST brought it: enough to see that nothing changed
 * @throws MailstowError of kind `mailbox-not-found`, `no-uidvalidity` or `no-uids`, scope mailbox
 */
export async function viewServer(
  session: Session,
  name: MailboxName,
  known: ServerState | undefined,
  told: MailboxStatus | undefined,
): Promise<ServerView> {
  if (known !== undefined && told !== undefined && isUnchanged(known, told)) return asBefore(known);

  const opening = openMailbox(session, name, howToOpen(session, known));
  const listing = known === undefined && told?.messages !== 0 ? listBehind(session) : undefined;
  const opened = await opening;
  const { exists, uidValidity, uidNext, highestModseq } = opened;
  const base = known?.uidValidity === uidValidity && uidValidity !== 0 ? known : undefined;
  if (base !== undefined && isUnchanged(base, { ...opened, messages: exists })) {
    return asBefore(base);
  }

  const changed = await changedSince(session, base, opened.changed);
  const flags = new Map<number, readonly string[]>();
  for (const message of changed) {
    if (message.uid !== undefined && message.flags !== undefined) {
      flags.set(message.uid, message.flags);
    }
  }
  const derived = base && uidsNow(base, opened.vanished, fromNumbers(flags.keys()));
  const uids =
    derived !== undefined && count(derived) === exists
      ? derived
      : await listUids(session, name.key, listing);

  // New mail may come in between; only fewer is worth a word.
  const onServer = session.selected?.exists ?? exists;
  const isWhole = count(uids) >= onServer && uidNext !== undefined && uidNext > 0;
  const view = { uidValidity, onServer, uids, flags, isAsKnown: false };
  if (!isWhole) return view;
  const modseq = highestModseq === undefined ? {} : { highestModseq };
  return { ...view, state: { uidValidity, uidNext, messages: exists, uids, ...modseq } };
}

/** A mailbox of which nothing is known will be listed: asked in the same round trip as its opening. */
function listBehind(session: Session): Promise<UidRanges> {
  const listing = session.uidSearch({ all: true });
  // Where the opening fails nobody waits for this.
  listing.catch(() => {});
  return listing;
}

/** Without CONDSTORE everything was named, so what was not named is gone. */
function uidsNow(base: ServerState, vanished: UidRanges, named: UidRanges): UidRanges {
  return base.highestModseq === undefined ? named : union(subtract(base.uids, vanished), named);
}

/** Only a server that counts changes can say that nothing changed, flags included. */
function isUnchanged(known: ServerState, now: MailboxStatus): boolean {
  return (
    known.highestModseq !== undefined &&
    known.highestModseq > 0n &&
    known.highestModseq === now.highestModseq &&
    known.uidValidity === now.uidValidity &&
    known.uidNext === now.uidNext &&
    known.messages === now.messages
  );
}

function asBefore(state: ServerState): ServerView {
  const { uidValidity, messages, uids } = state;
  return { uidValidity, onServer: messages, uids, flags: new Map(), isAsKnown: true, state };
}

function howToOpen(session: Session, known: ServerState | undefined) {
  if (!session.capabilities.has('CONDSTORE') && !session.capabilities.has('QRESYNC')) return {};
  if (
    !session.enabled.has('QRESYNC') ||
    known?.highestModseq === undefined ||
    known.uidValidity === 0
  ) {
    return { condstore: true };
  }
  const { uidValidity, highestModseq } = known;
  return { qresync: { uidValidity, modseq: highestModseq } };
}

/**
 * What is new or has other flags since the base: told by QRESYNC at opening, asked for with CONDSTORE,
 * and elsewhere the flags of everything, because nothing tells which of them changed.
 */
async function changedSince(
  session: Session,
  base: ServerState | undefined,
  toldAtOpening: readonly FetchResponse[],
): Promise<readonly FetchResponse[]> {
  // Without a base nothing is stored yet, and a download brings the flags with it.
  if (base === undefined || (session.selected?.exists ?? 0) === 0) return [];
  if (session.enabled.has('QRESYNC') && base.highestModseq !== undefined) return toldAtOpening;
  const changed: FetchResponse[] = [];
  const since = base.highestModseq;
  await session.uidFetch(
    '1:*',
    ['UID', 'FLAGS'],
    message => changed.push(message),
    since === undefined ? {} : { changedSince: since },
  );
  return changed;
}
