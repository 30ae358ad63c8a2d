import type { MailboxArchive } from '../../archive/mailbox-archive.ts';
import type { DropMessage } from './maildrop.ts';

/** POP3 has no UIDVALIDITY. Our numbers never change their meaning, so neither does this: the port of POP3. */
export const ownUidValidity = 110;

/** Gives the messages of a maildrop their UIDs: 1, 2, 3 … in the order of arrival, none twice. */
export class OwnNumbers {
  readonly #byKey = new Map<string, number>();
  /** UIDs of messages that could not be stored and that nothing names, descending. */
  readonly #nameless: number[] = [];
  #next = 1;

  /** @param box gives out no number that it knows */
  constructor(box: MailboxArchive) {
    for (const kind of box.kinds) {
      this.#next = Math.max(this.#next, (box.knownUids(kind).at(-1) ?? 0) + 1);
    }
    for (const [uid, { uidl }] of box.quarantine.messages) {
      if (uid >= this.#next) this.#next = uid + 1;
      if (uidl !== undefined) this.#byKey.set(keyOf({ uidl }), uid);
      else if (!box.kinds.some(kind => box.record(kind, uid) !== undefined))
        this.#nameless.push(uid);
    }
    this.#nameless.sort((a, b) => b - a);
  }

  /** The UID of a message that is not stored: the same each time it is asked for in a run. */
  of(message: DropMessage): number {
    const key = keyOf(message);
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const uid = this.#nameless.pop() ?? this.#next++;
    this.#byKey.set(key, uid);
    return uid;
  }
}

function keyOf(message: Pick<DropMessage, 'uidl'> & Partial<DropMessage>): string {
  const { uidl, number, size } = message;
  return uidl === undefined ? `number ${number} ${size}` : `uidl ${uidl}`;
}
