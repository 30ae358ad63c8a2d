import { isHeader, type MessageKind } from '../../archive/layout/kind.ts';
import type { MailboxArchive } from '../../archive/mailbox-archive.ts';
import { headBytes, headerHash } from './header-hash.ts';
import type { Heads } from './heads.ts';
import type { DropMessage } from './maildrop.ts';

/** A stored message, as the last run that saw it on the server noted it. */
interface Stored {
  readonly uid: number;
  readonly kind: MessageKind;
  readonly uidl: string | undefined;
  /** As the server announced it; of a file that was found, its own. */
  readonly size: number | undefined;
  /** Nothing was noted of it: its file was found, or the server has no UIDL and announces its size right. */
  readonly isUnnoted: boolean;
}

export interface Recognised {
  /** UIDs by the numbers of this session. */
  readonly uids: ReadonlyMap<number, number>;
  /** UIDs of found files that begin as a message of the server does and are far from its size. */
  readonly impostors: ReadonlySet<number>;
  /** Notes how the server names by now what was recognised by its header; once what was found is adopted. */
  note(): void;
}

/**
 * Which messages of the server are stored. One is, where its UIDL and size are; where the server has no UIDL, gives
 * another one, or nothing of it was noted, where its size and the hash of its header are. Of messages that are alike in
 * all of that each stands for one.
 */
export async function recognise(
  box: MailboxArchive,
  messages: readonly DropMessage[],
  heads: Heads,
): Promise<Recognised> {
  const stored = storedIn(box);
  const byUidl = new Map<string, Stored>();
  for (const each of stored) if (each.uidl !== undefined) byUidl.set(each.uidl, each);

  const pairing = new Pairing(box);
  const unknown: DropMessage[] = [];
  const resized: [DropMessage, Stored][] = [];
  for (const message of messages) {
    const known = message.uidl === undefined ? undefined : byUidl.get(message.uidl);
    if (known === undefined) unknown.push(message);
    else if (known.size === message.size) pairing.pair(message, known);
    else resized.push([message, known]);
  }
  if (unknown.length + resized.length > 0) {
    await heads.ask(resized.map(([message]) => message));
    for (const [message, known] of resized) {
      const isSame = pairing.hashOf(known) === heads.of(message)?.hash;
      // Its file is lost, so that nothing can be compared: what is fetched takes its place.
      if (isSame || pairing.hashOf(known) === undefined) pairing.pairAnew(message, known);
      else unknown.push(message);
    }
    await pairByHeader(pairing, stored, unknown, heads);
  }
  return pairing;
}

async function pairByHeader(
  pairing: Pairing,
  stored: readonly Stored[],
  unknown: readonly DropMessage[],
  heads: Heads,
): Promise<void> {
  const free = stored.filter(each => !pairing.isPaired(each.uid));
  if (free.length === 0 || unknown.length === 0) return;
  const bySize = Map.groupBy(free, ({ size }) => size);
  const found = free.filter(({ isUnnoted }) => isUnnoted);
  const alike = unknown.filter(({ size }) => bySize.has(size));
  await heads.ask(found.length > 0 ? unknown : alike);

  const ofSize = new Map<number, Map<string, Stored[]>>();
  const left: DropMessage[] = [];
  for (const message of unknown) {
    const { size } = message;
    const candidates = ofSize.get(size) ?? pairing.byHash(bySize.get(size) ?? []);
    ofSize.set(size, candidates);
    const own = candidates.get(heads.of(message)?.hash ?? '')?.pop();
    if (own === undefined) left.push(message);
    else pairing.pairAnew(message, own);
  }
  // What the server announces may never have been the size of what it sends.
  const others = pairing.byHash(found.filter(({ uid }) => !pairing.isPaired(uid)));
  for (const message of left) {
    const own = others.get(heads.of(message)?.hash ?? '')?.pop();
    if (own === undefined) continue;
    if (isFarOff(own, message)) pairing.refute(message, own);
    else pairing.pairAnew(message, own);
  }
}

/** More than a tenth and more than 1,000 bytes; of headers alone no size is known. */
function isFarOff({ kind, size = 0 }: Stored, { size: announced }: DropMessage): boolean {
  const lack = Math.abs(announced - size);
  return !isHeader(kind) && lack > 1000 && lack > announced / 10;
}

/** Each message once, whole rather than as a header; ascending. */
function storedIn(box: MailboxArchive): Stored[] {
  const byUid = new Map<number, Stored>();
  for (const kind of box.kinds) {
    for (const uid of box.knownUids(kind)) {
      if (byUid.has(uid)) continue;
      const { uidl, size, isNoted } = box.maildropOf(kind, uid);
      const isUnnoted = !isNoted;
      const told = isUnnoted && isHeader(kind) ? undefined : size;
      byUid.set(uid, { uid, kind, uidl, size: told, isUnnoted });
    }
  }
  return [...byUid.values()].sort((a, b) => a.uid - b.uid);
}

class Pairing implements Recognised {
  readonly uids = new Map<number, number>();
  readonly impostors = new Set<number>();
  readonly #box: MailboxArchive;
  readonly #paired = new Set<number>();
  readonly #anew = new Map<number, DropMessage>();
  readonly #head = Buffer.allocUnsafeSlow(headBytes);

  constructor(box: MailboxArchive) {
    this.#box = box;
  }

  isPaired(uid: number): boolean {
    return this.#paired.has(uid);
  }

  pair({ number }: DropMessage, { uid }: Stored): void {
    this.uids.set(number, uid);
    this.#paired.add(uid);
  }

  /** The server names it otherwise by now. */
  pairAnew(message: DropMessage, own: Stored): void {
    this.pair(message, own);
    this.#anew.set(own.uid, message);
  }

  note(): void {
    for (const [uid, { uidl, size }] of this.#anew) {
      for (const kind of this.#box.kinds) {
        if (this.#box.has(kind, uid)) this.#box.noteMaildrop(kind, uid, { uidl, size });
      }
    }
  }

  /** Its file is not the message of its name, which is fetched again. */
  refute(message: DropMessage, own: Stored): void {
    this.pair(message, own);
    this.impostors.add(own.uid);
  }

  /** @returns undefined where its file is not there */
  hashOf({ kind, uid }: Stored): string | undefined {
    if (!this.#box.has(kind, uid)) return undefined;
    return headerHash(this.#box.readHead(kind, uid, this.#head));
  }

  /** The lowest UID last, which is the one to take first. @param stored ascending */
  byHash(stored: readonly Stored[]): Map<string, Stored[]> {
    const groups = new Map<string, Stored[]>();
    for (const each of stored.toReversed()) {
      const hash = this.isPaired(each.uid) ? undefined : this.hashOf(each);
      if (hash === undefined) continue;
      const group = groups.get(hash);
      if (group === undefined) groups.set(hash, [each]);
      else group.push(each);
    }
    return groups;
  }
}
