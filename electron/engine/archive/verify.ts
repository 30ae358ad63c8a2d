import { join, posix, sep } from 'node:path';
import { Turns } from './disk/turns.ts';
import { FileHasher } from './file-hasher.ts';
import type { MailboxIndex } from './journal/mailbox-index.ts';
import { storedName } from './journal/stored-record.ts';
import type { MessageKind } from './layout/kind.ts';
import type { MailboxLayout } from './layout/layout.ts';

/** A mailbox whose files can be checked. */
export interface VerifiableMailbox {
  readonly name: string;
  readonly layout: MailboxLayout;
  /** What is known of its files by their names; how large each is now need not be known. */
  named(): MailboxIndex;
  /**
   * Gives a file that has no hash the one that was found now; {@link flush} writes it down.
   * @param sha256 in base64url
   */
  noteHash(kind: MessageKind, uid: number, sha256: string): void;
  /** Tells the next run that the file has other bytes than were stored, so that it fetches the message again. */
  noteAltered(kind: MessageKind, uid: number): void;
  /** @returns whether what was noted is written down */
  flush(): boolean;
}

/** A message that is not as it was stored. */
interface Damage {
  readonly kind: MessageKind;
  readonly uid: number;
  /** Relative to the archive. */
  readonly path: string;
  /** No longer on the server, as far as runs saw: it cannot be fetched again. */
  readonly gone: boolean;
}

export interface MailboxVerdict {
  readonly mailbox: string;
  /** Files whose bytes have the hash they were stored with. */
  readonly ok: number;
  readonly missing: readonly Damage[];
  /** Other bytes than were stored, or bytes that cannot be read. */
  readonly altered: readonly Damage[];
  /** Files adopted without a hash; they have one from now on, where it could be written down. */
  readonly unhashed: number;
  /** The next run fetches altered messages again as well: what was found could be written down. */
  readonly isNoted: boolean;
}

/** Called some times a second with what was read since the last call; what it throws ends the work. */
export type OnVerified = (files: number, bytes: number) => void;

/**
 * Reads every file of a mailbox again and compares it with the hash in the journal. Reports,
 * never deletes or moves.
 * @param archive the archive's folder
 */
export async function verifyMailbox(
  archive: string,
  mailbox: VerifiableMailbox,
  onVerified: OnVerified = () => undefined,
): Promise<MailboxVerdict> {
  const { layout } = mailbox;
  const named = mailbox.named();
  const folder = join(archive, layout.folder) + sep;
  const progress = new ReadSoFar(onVerified);
  const hasher = new FileHasher(() => progress.rest());
  const missing: Damage[] = [];
  const altered: Damage[] = [];
  let ok = 0;
  let unhashed = 0;
  for (const kind of layout.kinds) {
    const stored = named.of(kind);
    for (const uid of stored.knownUids()) {
      const message = stored.get(uid);
      if (message === undefined) continue;
      const name = storedName(layout, kind, message);
      const path = posix.join(layout.folder, name);
      const damage = () => ({ kind, uid, path, gone: stored.isGone(uid) });
      const alter = () => {
        altered.push(damage());
        if (!stored.isAltered(uid)) mailbox.noteAltered(kind, uid);
      };
      const found = await hasher.hash(folder + name);
      await progress.checked(typeof found === 'string' ? 0 : found.bytes);
      if (found === 'missing') missing.push(damage());
      else if (found === 'unreadable' || found.bytes !== message.size) alter();
      else if (message.sha256 === undefined) {
        unhashed++;
        mailbox.noteHash(kind, uid, found.sha256);
      } else if (found.sha256 === message.sha256) {
        ok++;
        // Somebody brought the file back.
        if (stored.isAltered(uid)) mailbox.noteHash(kind, uid, found.sha256);
      } else alter();
    }
  }
  progress.tell();
  const isNoted = mailbox.flush();
  return { mailbox: mailbox.name, ok, missing, altered, unhashed, isNoted };
}

/** What was checked since it was last told of. */
class ReadSoFar {
  readonly #turns = new Turns();
  readonly #onVerified: OnVerified;
  #files = 0;
  #bytes = 0;

  constructor(onVerified: OnVerified) {
    this.#onVerified = onVerified;
  }

  checked(bytes: number): Promise<void> | undefined {
    this.#files += 1;
    this.#bytes += bytes;
    return this.rest();
  }

  /** Tells, and gives others their turn, where it is time. */
  rest(): Promise<void> | undefined {
    if (!this.#turns.isDue()) return undefined;
    this.tell();
    return this.#turns.next();
  }

  tell(): void {
    this.#onVerified(this.#files, this.#bytes);
    this.#files = 0;
    this.#bytes = 0;
  }
}
