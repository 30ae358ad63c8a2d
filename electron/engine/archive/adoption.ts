import type { Findings } from './findings.ts';
import type { MailboxRecords } from './journal/mailbox-records.ts';
import { storedName } from './journal/stored-record.ts';
import type { MessageKind } from './layout/kind.ts';
import type { MailboxLayout } from './layout/layout.ts';

/** Files of one mailbox that the journal does not know and whose names say that they are messages; counted as stored. */
export class Adoption {
  readonly #layout: MailboxLayout;
  readonly #records: MailboxRecords;
  readonly #findings: Findings;

  constructor(layout: MailboxLayout, records: MailboxRecords, findings: Findings) {
    this.#layout = layout;
    this.#records = records;
    this.#findings = findings;
  }

  get count(): number {
    return this.#findings.adopted;
  }

  /** Ascending. */
  uids(kind: MessageKind): number[] {
    return this.#records.index.of(this.#layout.keptAs(kind)).adoptedUids();
  }

  /**
   * Journals adopted files, durably.
   * @param impostors those that are not the messages of their names; they count as damaged
   * @throws MailstowError `disk-full`, `output-folder`
   */
  settle(kind: MessageKind, uids: readonly number[], impostors: ReadonlySet<number>): void {
    const keptAs = this.#layout.keptAs(kind);
    const stored = this.#records.index.of(keptAs);
    for (const uid of uids) {
      const message = stored.get(uid);
      if (message === undefined) continue;
      if (impostors.has(uid)) {
        stored.remove(uid);
        this.#forget(uid);
        this.#findings.refuted(keptAs, uid, storedName(this.#layout, keptAs, message));
      } else {
        stored.setAdopted(uid, false);
        this.#findings.settled();
        this.#records.add([{ type: 'stored', kind: keptAs, message }]);
      }
    }
    this.#records.flush();
  }

  /** What was said of the file is not said of the message. */
  #forget(uid: number): void {
    if (!this.#records.index.elsewhere.identities.has(uid)) return;
    this.#records.note({ type: 'identities', identities: [[uid, { id: '' }]] });
  }
}
