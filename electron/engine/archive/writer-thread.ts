import { parentPort, workerData } from 'node:worker_threads';
import { FileSystemSync } from './file-system-sync.ts';
import { GroupWriter } from './group-writer.ts';
import { WriterChannel } from './writer-channel.ts';
import type { Place, WorkItem, WriterReport, WriterRequest } from './writer-messages.ts';

/** What the archive hands to the thread at its start. */
export interface WriterThreadData {
  /** A folder on the file system of the archive. */
  readonly folder: string;
  readonly blocks: readonly SharedArrayBuffer[];
}

const { folder, blocks }: WriterThreadData = workerData;
const sync = new FileSystemSync(folder);
const channels = new Map<number, WriterChannel>();

function report(message: WriterReport): void {
  parentPort?.postMessage(message);
}

function octetsAt(place: Place): Uint8Array {
  if ('octets' in place) return place.octets;
  const block = blocks[place.block];
  if (block === undefined) throw new RangeError(`There is no block ${place.block}.`);
  return new Uint8Array(block, place.offset, place.length);
}

function doItem(item: WorkItem): void {
  const { id } = item;
  channels.get(item.channel)?.work(group => {
    if (item.op === 'message') group.add(id, item.time, octetsAt(item.place));
    else if (item.op === 'piece') group.append(id, octetsAt(item.place));
    else if (item.op === 'end') group.end(id, item.time);
    else group.abort(id);
  });
}

function usedBlock(item: WorkItem): number[] {
  return 'place' in item && 'block' in item.place ? [item.place.block] : [];
}

function handle(request: WriterRequest): void {
  const { type } = request;
  if (type === 'open') {
    const { channel } = request;
    channels.set(
      channel,
      new WriterChannel(new GroupWriter(request.prefix, sync), {
        synced: files => report({ type: 'synced', channel, files }),
        failed: failure => report({ type: 'failed', channel, failure }),
        flushed: () => report({ type: 'flushed', channel }),
      }),
    );
  } else if (type === 'work') {
    for (const item of request.items) doItem(item);
    report({ type: 'released', blocks: request.items.flatMap(usedBlock) });
  } else if (type === 'flush') {
    channels.get(request.channel)?.flush();
  } else {
    channels.delete(request.channel);
  }
}

parentPort?.on('message', handle);
