import { type MessagePort, workerData } from 'node:worker_threads';
import { giveWay } from '../thread/give-way.ts';
import { giveNotice, serveRequests } from '../thread/serve-requests.ts';
import { LentReader } from './attachments/reader-port.ts';
import { IndexStore } from './index-store.ts';
import type { IndexCalls } from './search-calls.ts';

/** What an index hands to the thread that writes it. */
export interface IndexThreadData {
  /** The archive, absolute. */
  readonly folder: string;
  /** See `catalogPath`. */
  readonly spare: string | undefined;
  /** To the reader of attachments; without, they are found by their names alone. */
  readonly reader: MessagePort | undefined;
}

// Whatever else wants the processor goes first.
giveWay(10);

const { folder, spare, reader }: IndexThreadData = workerData;
const store = new IndexStore({
  folder,
  spare,
  reader: reader === undefined ? undefined : new LentReader(reader),
  onChange: () => giveNotice('changed'),
});

serveRequests<IndexCalls>({
  catchUp: ({ busy }) => store.catchUp(busy),
  remove: () => store.remove(),
});
