import { workerData } from 'node:worker_threads';
import { giveWay } from '../thread/give-way.ts';
import { giveNotice, serveRequests } from '../thread/serve-requests.ts';
import type { CatalogCalls } from './catalog-calls.ts';
import { CatalogStore } from './catalog-store.ts';

/** What a catalog hands to its thread. */
export interface CatalogThreadData {
  /** The archive, absolute. */
  readonly folder: string;
  /** See `catalogPath`. */
  readonly spare: string | undefined;
}

// A run goes first.
giveWay(5);

const { folder, spare }: CatalogThreadData = workerData;
const store = new CatalogStore(folder, spare, () => giveNotice('changed'));

serveRequests<CatalogCalls>({
  catchUp: () => store.catchUp(),
  later: () => store.later(),
  mailboxes: () => store.mailboxes(),
  messages: query => store.messages(query),
  members: query => store.members(query),
  conversation: asked => store.conversation(asked),
  numbers: query => store.numbers(query),
  stock: () => store.stock(),
  place: id => store.place(id),
  ids: ({ mailbox }) => store.ids(mailbox),
  placed: ids => store.placed(ids),
});
