/** The mailbox that holds a linked message's file, and the numbering of its UIDs. */
export interface LinkTarget {
  readonly mailbox: string;
  readonly delimiter: string | null;
  readonly uidValidity: number;
}

/** Where a linked message's file is stored. */
export interface MessageLink {
  readonly target: LinkTarget;
  readonly uid: number;
}

/** What tells a message from all others of the account, in whatever mailbox it is. */
export interface Identity {
  readonly id: string;
  /** Gmail's labels (X-GM-LABELS); some belong to no mailbox that IMAP shows. */
  readonly labels?: readonly string[];
}

/** What the journal of one mailbox says of messages beyond their files, by UID. */
export class Elsewhere {
  readonly #links = new Map<number, MessageLink>();
  readonly #identities = new Map<number, Identity>();

  /** @param uids pairs of the UID here and the UID there */
  link(target: LinkTarget, uids: readonly (readonly [number, number])[]): void {
    for (const [uid, there] of uids) this.#links.set(uid, { target, uid: there });
  }

  identify(identities: readonly (readonly [number, Identity])[]): void {
    for (const [uid, identity] of identities) this.#identities.set(uid, identity);
  }

  get links(): ReadonlyMap<number, MessageLink> {
    return this.#links;
  }

  get identities(): ReadonlyMap<number, Identity> {
    return this.#identities;
  }

  /** The UIDs start again: nothing is known of any. */
  clear(): void {
    this.#links.clear();
    this.#identities.clear();
  }

  /** The links as few lists, one for each target. */
  linksByTarget(): Iterable<[LinkTarget, [number, number][]]> {
    const lists = new Map<string, [LinkTarget, [number, number][]]>();
    for (const [uid, link] of this.#links) {
      const key = JSON.stringify(link.target);
      const list = lists.get(key);
      if (list === undefined) lists.set(key, [link.target, [[uid, link.uid]]]);
      else list[1].push([uid, link.uid]);
    }
    return lists.values();
  }
}
