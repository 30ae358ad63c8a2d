import { workerData } from 'node:worker_threads';
import { serveRequests } from '../thread/serve-requests.ts';
import type { SearchCalls } from './search-calls.ts';
import { SearchStore } from './search-store.ts';

/** What an index hands to the thread that answers. */
export interface SearchThreadData {
  /** The archive, absolute. */
  readonly folder: string;
  /** See `catalogPath`. */
  readonly spare: string | undefined;
}

const { folder, spare }: SearchThreadData = workerData;
const store = new SearchStore(folder, spare);

serveRequests<SearchCalls>({
  search: request => store.mended(() => store.search(request)),
  rows: asked => store.mended(() => store.rows(asked)),
  status: () => store.mended(() => store.status()),
  unreadable: asked => store.mended(() => store.unreadable(asked)),
  matchesInside: asked => store.mended(() => store.matchesInside(asked)),
  kinds: () => store.mended(() => store.kinds()),
  leave: () => store.leave(),
});
