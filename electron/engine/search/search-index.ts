import { MessageChannel } from 'node:worker_threads';
import type { Query } from '../../../shared/search/query.ts';
import { RequestThread } from '../thread/request-thread.ts';
import { lendReader } from './attachments/reader-port.ts';
import type { ReadsAttachments } from './attachments/reading.ts';
import type { Hit } from './find.ts';
import type { IndexThreadData } from './index-thread.ts';
import type {
  IndexCalls,
  IndexStatus,
  KindSum,
  SearchCalls,
  SearchRequest,
  SearchResult,
  SearchRow,
} from './search-calls.ts';
import type { SearchThreadData } from './search-thread.ts';

/** Megabytes; the text of one message at a time and a batch of tokens, and a page of rows. */
const heaps = { indexing: 256, searching: 256 } as const;
/** V8's own choice takes 140 MB more while indexing, and is no faster. */
const newHeap = 8;

export interface SearchIndexOptions {
  /** The archive, absolute; need not be one yet: nothing is found then. */
  readonly folder: string;
  /** Folder of the person's data for indexes that cannot be kept in their archives. */
  readonly spare?: string | undefined;
  /** Without, attachments are found by their names alone. */
  readonly reader?: ReadsAttachments | undefined;
  /** Called, often, when there is something new to ask for. */
  onChange?(): void;
}

/**
 * The index of what an archive's messages and attachments say, made from its catalog and its files and kept beside
 * them. One thread writes, another answers, so that neither waits for the other, nor anyone for both.
 */
export class SearchIndex {
  readonly #writing: RequestThread<IndexCalls>;
  readonly #asking: RequestThread<SearchCalls>;

  constructor({ folder, spare, reader, onChange }: SearchIndexOptions) {
    this.#writing = new RequestThread({
      task: 'indexing',
      module: moduleOf('index-thread'),
      handOver: () => {
        const data: IndexThreadData = { folder, spare, reader: undefined };
        if (reader === undefined) return { data, transfer: [] };
        const { port1, port2 } = new MessageChannel();
        lendReader(reader, port1);
        return { data: { ...data, reader: port2 }, transfer: [port2] };
      },
      ...{ heap: heaps.indexing, newHeap },
      ...(onChange === undefined ? {} : { onNotice: onChange }),
    });
    const data: SearchThreadData = { folder, spare };
    this.#asking = new RequestThread({
      task: 'searching',
      module: moduleOf('search-thread'),
      data,
      ...{ heap: heaps.searching, newHeap },
    });
  }

  /**
   * Brings the index up to what the catalog lists now; may be asked for at any time.
   * @param busy a run wants to go first
   */
  async catchUp(busy: boolean): Promise<void> {
    await this.#writing.call('catchUp', { busy });
  }

  search(request: SearchRequest): Promise<SearchResult> {
    return this.#asking.call('search', request);
  }

  /** What a list shows of hits; one that is gone meanwhile is left out. */
  rows(query: Query, hits: readonly Hit[]): Promise<readonly SearchRow[]> {
    return this.#asking.call('rows', { query, hits });
  }

  status(): Promise<IndexStatus> {
    return this.#asking.call('status', undefined);
  }

  unreadable(most: number): Promise<SearchCalls['unreadable']['output']> {
    return this.#asking.call('unreadable', { most });
  }

  matchesInside(query: Query, messageId: number): Promise<SearchCalls['matchesInside']['output']> {
    return this.#asking.call('matchesInside', { query, messageId });
  }

  kinds(): Promise<readonly KindSum[]> {
    return this.#asking.call('kinds', undefined);
  }

  /** Takes it away; it is made again by the next {@link catchUp}. */
  async remove(): Promise<void> {
    await this.#asking.call('leave', undefined);
    await this.#writing.call('remove', undefined);
  }

  /** The thread that writes ends, and starts again when there is something to write. */
  rest(): Promise<void> {
    return this.#writing.stop();
  }

  async close(): Promise<void> {
    await Promise.all([this.#writing.stop(), this.#asking.stop()]);
  }
}

function moduleOf(name: string): URL {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'mjs';
  return new URL(`./${name}.${ending}`, import.meta.url);
}
