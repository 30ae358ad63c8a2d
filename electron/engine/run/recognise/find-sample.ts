import type { MailboxName } from '../../mailbox-name.ts';
import { fromNumbers } from '../../protocol/uid-set.ts';
import type { FetchItem, Session } from '../../session/session.ts';
import { listAccount } from '../choose/list-mailboxes.ts';
import { canBeOpened } from '../choose/mailbox-pattern.ts';
import type { KnownNames } from '../choose/name-mailboxes.ts';
import { openMailbox } from '../connection/open-mailbox.ts';
import { orIfRefused } from '../survey/list-uids.ts';
import type { SampledMessage } from './account-sample.ts';
import { LikeNames } from './like-names.ts';
import { type Recognisable, recognisableOnServer } from './recognisable.ts';
import { type Comparison, isSameMessage, secondOf } from './same-mail.ts';

/** Mailboxes of names that the archive does not know in which the rest is looked for. */
const mostOthers = 20;

/** Messages of the same size, and of the same second, whose headers are asked for, for each that is looked for. */
const mostCandidates = 10;

/**
 * Looks for stored messages in an account: first under their own numbers, then by size and date, and of those that
 * fit the header fields are compared. Asks for no body and changes nothing.
 * @param known what the archive knows of names
 */
export async function findSample(
  session: Session,
  sample: readonly SampledMessage[],
  known: KnownNames,
): Promise<Comparison> {
  const { mailboxes } = await listAccount(session, false, known);
  const names = mailboxes.filter(canBeOpened).map(({ name }) => name);
  const likeNames = new LikeNames(names);
  const visited = new Set<MailboxName>();
  let [found, unmoved] = [0, 0];
  const missed: SampledMessage[] = [];
  for (const [mailbox, messages] of byMailbox(sample)) {
    const [name] = likeNames.of(mailbox);
    if (name === undefined) {
      missed.push(...messages);
      continue;
    }
    visited.add(name);
    const there = await findIn(session, name, messages);
    unmoved += there.unmoved;
    found += messages.length - there.missed.length;
    missed.push(...there.missed);
  }
  // A mailbox may be called quite differently there, "Sent" for instance.
  const others = names.filter(name => !visited.has(name));
  let left = missed;
  for (const name of others.slice(0, mostOthers)) {
    if (left.length === 0) break;
    const there = await findIn(session, name, left);
    found += left.length - there.missed.length;
    left = there.missed;
  }
  return { sampled: sample.length, found, unmoved };
}

function byMailbox(sample: readonly SampledMessage[]): Map<MailboxName, SampledMessage[]> {
  const groups = new Map<string, [MailboxName, SampledMessage[]]>();
  for (const message of sample) {
    const { mailbox } = message;
    const group = groups.get(mailbox.key);
    if (group === undefined) groups.set(mailbox.key, [mailbox, [message]]);
    else group[1].push(message);
  }
  return new Map(groups.values());
}

interface Found {
  /** How many are under the number they were stored with. */
  readonly unmoved: number;
  readonly missed: SampledMessage[];
}

async function findIn(
  session: Session,
  name: MailboxName,
  messages: SampledMessage[],
): Promise<Found> {
  const nothing = { unmoved: 0, missed: messages };
  const opened = await orIfRefused(openMailbox(session, name), undefined);
  if (opened === undefined || opened.exists === 0) return nothing;
  const isNumberedSo = ({ mailbox, uidValidity }: SampledMessage) =>
    opened.uidValidity !== 0 && uidValidity === opened.uidValidity && mailbox.key === name.key;
  const numbered = messages.filter(isNumberedSo);
  const inPlace = await identical(session, numbered);
  const rest = messages.filter(message => !inPlace.has(message));
  const elsewhere = await alike(session, rest);
  return { unmoved: inPlace.size, missed: rest.filter(message => !elsewhere.has(message)) };
}

/** Those whose message is under the very UID. */
async function identical(
  session: Session,
  messages: readonly SampledMessage[],
): Promise<Set<SampledMessage>> {
  const byUid = grouped(messages, ({ uid }) => uid);
  return whichAre(
    session,
    messages.map(({ uid }) => uid),
    ({ uid }) => byUid.get(uid) ?? [],
  );
}

/** Those whose message is under any UID. */
async function alike(
  session: Session,
  messages: readonly SampledMessage[],
): Promise<Set<SampledMessage>> {
  if (messages.length === 0) return new Set();
  const bySize = grouped(messages, ({ size }) => size);
  const bySecond = grouped(messages, ({ internalDate }) => secondOf(internalDate));
  const candidates = new Map(messages.map(message => [message, new Candidates()]));
  const items: FetchItem[] = ['UID', 'INTERNALDATE'];
  if (!session.isSizeDear) items.push('RFC822.SIZE');
  const looking = session.uidFetch('1:*', items, ({ uid, size, internalDate }) => {
    if (uid === undefined) return;
    const second = secondOf(internalDate);
    for (const own of bySize.get(size) ?? []) {
      candidates
        .get(own)
        ?.add(uid, true, second !== undefined && secondOf(own.internalDate) === second);
    }
    for (const own of bySecond.get(second) ?? []) {
      if (size === undefined || own.size !== size) candidates.get(own)?.add(uid, false, true);
    }
  });
  await orIfRefused(looking, undefined);
  const byUid = new Map<number, SampledMessage[]>();
  for (const [own, { uids }] of candidates) {
    for (const uid of uids) byUid.set(uid, [...(byUid.get(uid) ?? []), own]);
  }
  return whichAre(session, byUid.keys(), ({ uid }) => byUid.get(uid) ?? []);
}

/** The messages of the server that a stored one may be, by UID. */
class Candidates {
  readonly #ofBoth: number[] = [];
  readonly #ofSize: number[] = [];
  readonly #ofSecond: number[] = [];

  add(uid: number, isOfSize: boolean, isOfSecond: boolean): void {
    const group = isOfSize && isOfSecond ? this.#ofBoth : isOfSize ? this.#ofSize : this.#ofSecond;
    if (group.length < mostCandidates) group.push(uid);
  }

  /** Many have the same size where a program wrote them; hardly any the same second as well. */
  get uids(): readonly number[] {
    return this.#ofBoth.length > 0 ? this.#ofBoth : [...this.#ofSize, ...this.#ofSecond];
  }
}

/** @param expected the stored messages that one of the server's may be */
async function whichAre(
  session: Session,
  uids: Iterable<number>,
  expected: (their: Recognisable) => readonly SampledMessage[],
): Promise<Set<SampledMessage>> {
  const found = new Set<SampledMessage>();
  const ranges = fromNumbers(uids);
  if (ranges.length === 0) return found;
  const comparing = recognisableOnServer(session, ranges, their => {
    for (const own of expected(their)) if (isSameMessage(own, their)) found.add(own);
  });
  await orIfRefused(comparing, undefined);
  return found;
}

/** What has no such property is in no group. */
function grouped<Property>(
  messages: readonly SampledMessage[],
  propertyOf: (message: SampledMessage) => Property | undefined,
): Map<Property | undefined, SampledMessage[]> {
  const groups = new Map<Property | undefined, SampledMessage[]>();
  for (const message of messages) {
    const property = propertyOf(message);
    if (property === undefined) continue;
    const group = groups.get(property);
    if (group === undefined) groups.set(property, [message]);
    else group.push(message);
  }
  return groups;
}
