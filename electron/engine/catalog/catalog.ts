import { RequestThread } from '../thread/request-thread.ts';
import type {
  CatalogCalls,
  CatalogConversation,
  CatalogMailbox,
  CatalogMembers,
  CatalogNumbers,
  CatalogPage,
  CatalogPlace,
  CatalogQuery,
  CatalogStock,
  ConversationAsked,
  MembersQuery,
  NumbersQuery,
  PlacedMessage,
} from './catalog-calls.ts';
import type { CatalogThreadData } from './catalog-thread.ts';

/** Megabytes; a catalog of a million messages needs a fraction. */
const heap = 256;
const newHeap = 8;

/**
 * The list of what an archive holds, made from its journals and files and kept beside them; asked and
 * filled in a thread of its own.
 */
export class Catalog {
  readonly #thread: RequestThread<CatalogCalls>;

  /**
   * @param folder the archive, absolute; need not be one yet: the list is empty then
   * @param onChange called, often, when there is something new to ask for
   * @param spare folder of the person's data for catalogs that cannot be kept in their archives
   */
  constructor(folder: string, onChange: () => void, spare?: string | undefined) {
    const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'mjs';
    const module = new URL(`./catalog-thread.${ending}`, import.meta.url);
    const data: CatalogThreadData = { folder, spare };
    this.#thread = new RequestThread({
      task: 'library',
      module,
      data,
      ...{ heap, newHeap },
      onNotice: onChange,
    });
  }

  /** Brings the list up to what the archive holds now; may be asked for at any time. */
  async catchUp(): Promise<void> {
    await this.#thread.call('catchUp', undefined);
  }

  /** What a later version made: the archive, which is only read then, or its list, beside which another is made. */
  later(): Promise<'archive' | 'list' | undefined> {
    return this.#thread.call('later', undefined);
  }

  mailboxes(): Promise<readonly CatalogMailbox[]> {
    return this.#thread.call('mailboxes', undefined);
  }

  messages(query: CatalogQuery): Promise<CatalogPage> {
    return this.#thread.call('messages', query);
  }

  /** What is in conversations, in the order in which they are asked for. */
  members(query: MembersQuery): Promise<readonly CatalogMembers[]> {
    return this.#thread.call('members', query);
  }

  /** The newest messages of a conversation. */
  conversation(asked: ConversationAsked): Promise<CatalogConversation> {
    return this.#thread.call('conversation', asked);
  }

  /** Goes through the whole list: seconds for millions of messages. @throws MailstowError where there is no archive */
  stock(): Promise<CatalogStock> {
    return this.#thread.call('stock', undefined);
  }

  /** Goes through the whole list as {@link stock} does, and is asked other things meanwhile. @throws as {@link stock} */
  numbers(query: NumbersQuery): Promise<CatalogNumbers> {
    return this.#thread.call('numbers', query);
  }

  /** @returns undefined where there is no such message any more */
  place(id: number): Promise<CatalogPlace | undefined> {
    return this.#thread.call('place', id);
  }

  /** All messages of a mailbox, or of all of them each once, oldest first. */
  ids(mailbox: string | undefined): Promise<readonly number[]> {
    return this.#thread.call('ids', { mailbox });
  }

  /** In the order of the ids; those that are not listed any more are left out. */
  placed(ids: readonly number[]): Promise<readonly PlacedMessage[]> {
    return this.#thread.call('placed', ids);
  }

  close(): Promise<void> {
    return this.#thread.stop();
  }
}
