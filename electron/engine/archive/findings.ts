import { type AdoptedFile, takeInventory } from './inventory.ts';
import type { JournalRecord } from './journal-record.ts';
import type { MessageKind } from './kind.ts';
import type { MailboxIndex } from './mailbox-index.ts';
import type { MailboxPlace } from './mailbox-place.ts';

/**
 * What one look at a mailbox's folder found that its journal does not say: files to adopt, and damaged
 * ones, which are replaced when their messages are stored again.
 */
export class Findings {
  #adopted: readonly AdoptedFile[];
  /** Names by kind and UID. */
  readonly #damaged = new Map<string, string>();

  /** @param index is brought up to what is on disk */
  constructor({ folder, layout }: MailboxPlace, index: MailboxIndex) {
    const { adopted, damaged } = takeInventory(folder, layout, index);
    this.#adopted = adopted;
    for (const { kind, uid, name } of damaged) {
      if (!index.of(kind).isPresent(uid)) this.#damaged.set(keyOf(kind, uid), name);
    }
  }

  /** Files that the journal does not know and whose names say that they are messages; counted as stored. */
  get adopted(): readonly AdoptedFile[] {
    return this.#adopted;
  }

  /** How many files are damaged. */
  get damaged(): number {
    return this.#damaged.size;
  }

  /** @returns undefined where the message's file is not damaged */
  damagedName(kind: MessageKind, uid: number): string | undefined {
    return this.#damaged.get(keyOf(kind, uid));
  }

  /** A whole file has taken the place of a damaged one. */
  mended(kind: MessageKind, uid: number): void {
    this.#damaged.delete(keyOf(kind, uid));
  }

  /**
   * Ends the adoption. An impostor, a file that is not the message of its name, counts as damaged.
   * @param index loses the impostors
   * @returns what is to be journaled of the others
   */
  settle(
    index: MailboxIndex,
    isImpostor: (kind: MessageKind, uid: number) => boolean,
  ): JournalRecord[] {
    const settled: JournalRecord[] = [];
    for (const { kind, uid, name, record } of this.#adopted) {
      if (isImpostor(kind, uid)) {
        index.of(kind).remove(uid);
        this.#damaged.set(keyOf(kind, uid), name);
      } else settled.push(record);
    }
    this.#adopted = [];
    return settled;
  }
}

function keyOf(kind: MessageKind, uid: number): string {
  return `${kind} ${uid}`;
}
