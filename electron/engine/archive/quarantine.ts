import { join, relative } from 'node:path';
import { makeFoldersIn, writeAtomically } from './disk/atomic-file.ts';
import { diskFailure } from './disk/disk-failure.ts';
import type { Quarantined } from './journal/journal-record.ts';
import type { MailboxRecords } from './journal/mailbox-records.ts';
import type { MailboxPlace } from './layout/mailbox-paths.ts';

/** The messages of one mailbox that could not be stored, with what the server sent for them. */
export class Quarantine {
  readonly #place: MailboxPlace;
  readonly #records: MailboxRecords;

  constructor(place: MailboxPlace, records: MailboxRecords) {
    this.#place = place;
    this.#records = records;
  }

  /** By UID. Paths are relative to the archive. */
  get messages(): ReadonlyMap<number, Quarantined> {
    return this.#records.index.quarantined;
  }

  /**
   * Notes a message that cannot be stored and keeps what the server sent for it, in the place of what was kept before.
   * @param uidl how a POP3 server names it
   * @returns where the bytes are, relative to the archive, with `/` between folders; undefined where there are none
   * @throws MailstowError `disk-full`, `output-folder`
   */
  keep(uid: number, reason: string, bytes: Buffer | undefined, uidl?: string): string | undefined {
    const path = bytes && this.#write(uid, bytes);
    const named = uidl === undefined ? {} : { uidl };
    this.#records.note({ type: 'quarantined', uid, reason, path: path ?? null, ...named });
    this.#records.flush();
    return path;
  }

  #write(uid: number, bytes: Buffer): string {
    const { archive, quarantine } = this.#place;
    const path = join(quarantine, `${uid}.eml`);
    try {
      makeFoldersIn(archive, [quarantine]);
      writeAtomically(path, bytes);
    } catch (error) {
      throw diskFailure(error, 'keeping-raw-bytes', archive);
    }
    return relative(archive, path).replaceAll('\\', '/');
  }
}
