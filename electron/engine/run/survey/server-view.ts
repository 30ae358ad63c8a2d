import type { ServerState } from '../../archive/unchanged/server-state.ts';
import { MailstowError } from '../../errors.ts';
import type { MailboxName } from '../../mailbox-name.ts';
import type { SelectOptions } from '../../protocol/commands/select.ts';
import type { FetchOptions } from '../../protocol/commands/uid-fetch.ts';
import type { FetchResponse, MailboxStatus, UidRanges } from '../../protocol/response.ts';
import {
  count,
  fromNumbers,
  intersect,
  maxUid,
  subtract,
  unionAll,
} from '../../protocol/uid-set.ts';
import { isRefusal } from '../../session/refusal.ts';
import type { Session } from '../../session/session.ts';
import { type NumberedMailbox, openMailbox } from '../connection/open-mailbox.ts';
import { throttled } from '../connection/throttling.ts';
import { differingAtSight, type KnownMessage } from './known-messages.ts';
import { listUids, orIfRefused } from './list-uids.ts';

/** By UID. */
type Flags = ReadonlyMap<number, readonly string[]>;

/** What the server has in one mailbox now. */
export interface ServerView {
  readonly uidValidity: number;
  /** Messages in the mailbox, as the server counts them; where it counts twice, the higher figure. */
  readonly onServer: number;
  readonly uids: UidRanges;
  /** Flags of messages that are new or changed since the known state; of all, where the server cannot tell. */
  readonly flags: Flags;
  /** Nothing changed since the known state, flags included. */
  readonly isAsKnown: boolean;
  /** Every message is named that the server counts: what is not named is gone. */
  readonly isWhole: boolean;
  /** Messages of the sample that have another size or date now, by UID. */
  readonly differing: readonly number[];
  /** The server went back behind what it said before, under the same UIDVALIDITY. */
  readonly wentBack: boolean;
  /** For the next look; absent where not every message was named. */
  readonly state?: ServerState;
}

/**
 * Looks at a mailbox, asking for no more than what changed since the known state (CONDSTORE and QRESYNC,
 * RFC 7162; UIDNEXT and EXISTS elsewhere).
 * @param known what the archive remembers of the last look
 * @param told the mailbox's STATUS where LIST brought it: enough to see that nothing changed
 * @param sample stored messages that are compared with the server's if the mailbox has to be opened
 * @throws MailstowError of kind `mailbox-not-found`, `no-uidvalidity` or `no-uids`, scope mailbox
 */
export async function viewServer(
  session: Session,
  mailbox: MailboxName,
  known: ServerState | undefined,
  told: MailboxStatus | undefined,
  sample: () => readonly KnownMessage[],
): Promise<ServerView> {
  if (known !== undefined && told !== undefined && isUnchanged(known, told)) return asBefore(known);

  const opening = open(session, mailbox, known);
  const listing = known === undefined && told?.messages !== 0 ? behind(session) : undefined;
  const arriving = isCounted(known?.highestModseq) ? arrivals(session, known) : undefined;
  const comparing = known === undefined ? undefined : differingAtSight(session, sample());
  comparing?.catch(() => {});
  const opened = await opening;
  const { uidValidity } = opened;
  const base = known?.uidValidity === uidValidity && uidValidity !== 0 ? known : undefined;
  const others = base && comparing ? await orIfRefused(comparing, []) : [];
  if (base !== undefined && isUnchanged(base, { ...opened, messages: opened.exists })) {
    return asBefore(base, others);
  }

  // Without a base nothing is stored yet, and a download brings the flags with it.
  const changed = base && (await changedSince(session, base, opened));
  const flags = changed ?? (base ? await fetchFlags(session) : new Map());
  const named = fromNumbers(flags.keys());
  const derived = changed && base ? await derive(base, opened.vanished, named, arriving) : named;
  const isCertain = derived !== undefined && count(derived) === session.selected?.exists;
  const listed = isCertain ? derived : await listUids(session, mailbox.key, listing);

  const { onServer, uids } = await countedTwice(session, mailbox, told, listed);
  const wentBack = base !== undefined && isBehind(base, opened);
  const view = {
    uidValidity,
    onServer,
    uids,
    flags,
    wentBack,
    differing: others,
    isAsKnown: false,
  };
  if (count(uids) < onServer) return { ...view, isWhole: false };
  const { highestModseq } = opened;
  const modseq = isCounted(highestModseq) ? { highestModseq } : {};
  const state = { uidValidity, uidNext: nextOf(opened, uids), messages: onServer, uids, ...modseq };
  return { ...view, isWhole: true, state };
}

/** A mailbox of which nothing is known will be listed: asked in the same round trip as its opening. */
function behind(session: Session): Promise<UidRanges> {
  const listing = session.uidSearch({ all: true });
  // Where the opening fails nobody waits for this.
  listing.catch(() => {});
  return listing;
}

/**
 * What came since, by the UIDs alone: a message may arrive with a mod-sequence that is not above the one
 * that is known. Asked in the same round trip as the opening.
 */
function arrivals(session: Session, { uidNext }: ServerState): Promise<UidRanges> | undefined {
  if (uidNext > maxUid) return undefined;
  const range: UidRanges = [[uidNext, maxUid]];
  const found = session.uidSearch({ uids: range }).then(uids => intersect(uids, range));
  found.catch(() => {});
  return found;
}

/** @returns the UIDs that there should be now; undefined where the server contradicts what is known */
async function derive(
  { uids: before, uidNext }: ServerState,
  vanished: UidRanges,
  named: UidRanges,
  arriving: Promise<UidRanges> | undefined,
): Promise<UidRanges | undefined> {
  const arrived = arriving && (await orIfRefused(arriving, undefined));
  if (arrived === undefined) return undefined;
  const after = intersect(named, [[uidNext, maxUid]]);
  const now = unionAll([subtract(before, vanished), arrived, after]);
  return subtract(named, now).length === 0 ? now : undefined;
}

/** Only a server that counts changes can say that nothing changed, flags included. */
function isUnchanged(known: ServerState, now: MailboxStatus): boolean {
  return (
    isCounted(known.highestModseq) &&
    known.highestModseq === now.highestModseq &&
    known.uidValidity === now.uidValidity &&
    known.uidNext === now.uidNext &&
    known.messages === now.messages
  );
}

/** Neither missing nor one of the values by which servers say that they do not count (NOMODSEQ, 0). */
function isCounted(modseq: bigint | undefined): modseq is bigint {
  return modseq !== undefined && modseq > 0n;
}

/** RFC 9051 section 2.3.1.1 and RFC 7162 section 3.1: neither figure may ever fall. */
function isBehind(
  base: ServerState,
  { uidNext = 0, highestModseq = 0n }: NumberedMailbox,
): boolean {
  return (
    (uidNext > 0 && uidNext < base.uidNext) ||
    (highestModseq > 0n && highestModseq < (base.highestModseq ?? 0n))
  );
}

function asBefore(state: ServerState, others: readonly number[] = []): ServerView {
  const { uidValidity, messages, uids } = state;
  const same = {
    isAsKnown: true,
    isWhole: true,
    wentBack: false,
    flags: new Map(),
    differing: others,
  };
  return { uidValidity, onServer: messages, uids, state, ...same };
}

/** A server may refuse what it offers; then the mailbox is opened with less. */
async function open(
  session: Session,
  mailbox: MailboxName,
  known: ServerState | undefined,
): Promise<Opened> {
  const options = howToOpen(session, known);
  try {
    const opened = await openMailbox(session, mailbox, options);
    return { ...opened, isResynced: options.qresync !== undefined };
  } catch (error) {
    const isThrottled = error instanceof MailstowError && throttled(error.failure) !== undefined;
    if (Object.keys(options).length === 0 || !isRefusal(error) || isThrottled) throw error;
  }
  return { ...(await openMailbox(session, mailbox)), isResynced: false };
}

/** With what changed since the known state, where that was asked for (QRESYNC). */
type Opened = NumberedMailbox & { readonly isResynced: boolean };

function howToOpen(session: Session, known: ServerState | undefined): SelectOptions {
  if (!session.capabilities.has('CONDSTORE') && !session.capabilities.has('QRESYNC')) return {};
  const { uidValidity = 0, highestModseq: modseq } = known ?? {};
  if (!session.enabled.has('QRESYNC') || !isCounted(modseq) || uidValidity === 0) {
    return { condstore: true };
  }
  return { qresync: { uidValidity, modseq } };
}

/**
 * What is new or has other flags since the base: told by QRESYNC at opening, asked for with CONDSTORE.
 * @returns undefined where the server cannot tell or refuses to
 */
async function changedSince(
  session: Session,
  base: ServerState,
  opened: Opened,
): Promise<Flags | undefined> {
  const since = base.highestModseq;
  if (!isCounted(since) || !isCounted(opened.highestModseq) || isBehind(base, opened)) return;
  if (opened.isResynced) return flagsOf(opened.changed);
  return await orIfRefused(fetchFlags(session, { changedSince: since }), undefined);
}

/** Of all messages, where nothing tells which of them changed. */
async function fetchFlags(session: Session, options: FetchOptions = {}): Promise<Flags> {
  const messages: FetchResponse[] = [];
  if ((session.selected?.exists ?? 0) > 0) {
    const note = (message: FetchResponse) => messages.push(message);
    await session.uidFetch('1:*', ['UID', 'FLAGS'], note, options);
  }
  return flagsOf(messages);
}

function flagsOf(messages: readonly FetchResponse[]): Flags {
  const flags = new Map<number, readonly string[]>();
  for (const { uid, flags: now } of messages) {
    if (uid !== undefined && now !== undefined) flags.set(uid, now);
  }
  return flags;
}

/**
 * STATUS and EXAMINE are two words of one server. Where the first had more, both are asked once more, since
 * mail comes and goes between any two answers.
 */
async function countedTwice(
  session: Session,
  mailbox: MailboxName,
  told: MailboxStatus | undefined,
  listed: UidRanges,
): Promise<{ readonly onServer: number; readonly uids: UidRanges }> {
  const most = (uids: UidRanges) => Math.max(session.selected?.exists ?? 0, count(uids));
  const status = async () =>
    (await orIfRefused(session.status(mailbox, ['MESSAGES']), {})).messages;
  // As it was when the messages were listed: the next answers tell of newcomers, too.
  const onServer = most(listed);
  if ((told?.messages ?? 0) <= onServer) return { onServer, uids: listed };
  const before = await status();
  if ((before ?? 0) <= onServer) return { onServer, uids: listed };
  await session.noop();
  const uids = await listUids(session, mailbox.key);
  const now = most(uids);
  const after = await status();
  return { onServer: Math.max(now, Math.min(before ?? 0, after ?? 0)), uids };
}

/** What UIDNEXT says, or must at least be where the server does not say it. */
function nextOf({ uidNext = 0 }: NumberedMailbox, uids: UidRanges): number {
  return uidNext > 0 ? uidNext : (uids.at(-1)?.[1] ?? 0) + 1;
}
