import type { Inventory } from './inventory.ts';
import type { MessageKind } from './layout/kind.ts';

/**
 * What one look at a mailbox's folder found that its journal does not say: files to adopt, and damaged
 * ones, which are replaced when their messages are stored again.
 */
export class Findings {
  #adopted: number;
  /** Names by kind and UID. */
  readonly #damaged = new Map<string, string>();

  constructor({ adopted, damaged }: Inventory) {
    this.#adopted = adopted;
    for (const { kind, uid, name } of damaged) this.#damaged.set(keyOf(kind, uid), name);
  }

  /** How many files the journal does not know whose names say that they are messages; counted as stored. */
  get adopted(): number {
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

  /** A file was found to have other bytes than were stored. */
  altered(kind: MessageKind, uid: number, name: string): void {
    this.#damaged.set(keyOf(kind, uid), name);
  }

  /** A whole file has taken the place of a damaged one. */
  mended(kind: MessageKind, uid: number): void {
    this.#damaged.delete(keyOf(kind, uid));
  }

  /** An adopted file is the message of its name. */
  settled(): void {
    this.#adopted -= 1;
  }

  /** An adopted file is not the message of its name: it counts as damaged. */
  refuted(kind: MessageKind, uid: number, name: string): void {
    this.#adopted -= 1;
    this.#damaged.set(keyOf(kind, uid), name);
  }
}

function keyOf(kind: MessageKind, uid: number): string {
  return `${kind} ${uid}`;
}
