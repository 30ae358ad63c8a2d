import type { Input, Output } from '../../../shared/contract.ts';
import type { MailReader } from '../../engine/mail/mail-reader.ts';
import { ConversationsOfAll, type ConversationsOptions } from './conversations-of-all.ts';
import type { LibraryService } from './library-service.ts';

interface Options extends ConversationsOptions {
  readonly reader: MailReader;
}

/** What the rows in sight show beside what the list has: first words, and what belongs together. */
export class RowsInSight {
  readonly calls: Pick<
    LibraryService['calls'],
    'library.previews' | 'library.conversation' | 'library.conversations'
  >;
  readonly #options: Options;
  readonly #conversations: ConversationsOfAll;

  constructor(options: Options) {
    this.#options = options;
    this.#conversations = new ConversationsOfAll(options);
    this.calls = {
      'library.previews': input => this.#previews(input),
      'library.conversation': input => this.#conversations.rows(input),
      'library.conversations': input => this.#conversations.messages(input),
    };
  }

  async #previews({
    accountId,
    ids,
    conversations,
  }: Input<'library.previews'>): Promise<Output<'library.previews'>> {
    const [texts, counts] = await Promise.all([
      this.#firstWords(accountId, ids),
      conversations ? this.#conversations.counts(accountId, ids) : undefined,
    ]);
    return ids.map((id, index) => ({
      id,
      text: texts[index] ?? '',
      ...(counts === undefined ? {} : { count: counts[index] ?? 1 }),
    }));
  }

  async #firstWords(accountId: string, ids: readonly number[]): Promise<readonly string[]> {
    const catalog = await this.#options.catalogOf(accountId);
    const places = await Promise.all(ids.map(id => catalog.place(id)));
    // Of those without a text there is nothing to read.
    const paths = places.map(place => (place?.headersOnly === false ? place.path : ''));
    const texts = await this.#options.reader.previews(paths.filter(path => path !== ''));
    let next = 0;
    return paths.map(path => {
      if (path === '') return '';
      next += 1;
      return texts[next - 1] ?? '';
    });
  }
}
