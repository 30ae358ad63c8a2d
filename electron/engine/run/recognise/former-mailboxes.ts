import type { Archive } from '../../archive/archive.ts';
import type { MessageKind } from '../../archive/layout/kind.ts';
import type { MailboxArchive } from '../../archive/mailbox-archive.ts';
import type { MailboxName } from '../../mailbox-name.ts';
import { LikeNames } from './like-names.ts';
import { recognisableOnDisk, withoutDate } from './recognisable.ts';
import { RecognisableTable } from './recognisable-table.ts';

/** A mailbox that the archive holds and the server does not list, and what its messages are recognised by. */
export interface FormerMailbox {
  readonly box: MailboxArchive;
  readonly messages: RecognisableTable;
  /** The same {@link withoutDate}. */
  readonly undated: RecognisableTable;
}

/**
 * The mailboxes that the archive holds and the server does not list, for the length of a run: an account that moved
 * may have all of its mailboxes under other names, and each of their files is read once.
 */
export class FormerMailboxes {
  readonly #archive: Archive;
  readonly #names: readonly MailboxName[];
  readonly #likeNames: LikeNames;
  readonly #read = new Map<string, FormerMailbox>();

  constructor(archive: Archive, names: readonly MailboxName[]) {
    this.#archive = archive;
    this.#names = names;
    this.#likeNames = new LikeNames(names);
  }

  get isEmpty(): boolean {
    return this.#names.length === 0;
  }

  /** Those that the mailbox may have been, the likeliest first; each is read when it is asked for. */
  async *likelyFor(name: MailboxName, kind: MessageKind): AsyncIterable<FormerMailbox> {
    for (const each of new Set([...this.#likeNames.of(name), ...this.#names])) {
      yield await this.#mailbox(each, kind);
    }
  }

  async #mailbox(name: MailboxName, kind: MessageKind): Promise<FormerMailbox> {
    const known = this.#read.get(`${kind} ${name.key}`);
    if (known !== undefined) return known;
    const box = await this.#archive.mailbox(name);
    const [messages, undated] = [new RecognisableTable(), new RecognisableTable()];
    await recognisableOnDisk(box, kind, box.uids(kind), message => {
      messages.add(message);
      undated.add(withoutDate(message));
    });
    const read = { box, messages, undated };
    this.#read.set(`${kind} ${name.key}`, read);
    return read;
  }
}
