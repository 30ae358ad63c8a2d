import { parentPort, workerData } from 'node:worker_threads';
import { onDefect } from '../../defects.ts';
import { setShared } from '../disk/new-modes.ts';
import { FileSystemSync } from './file-system-sync.ts';
import { GroupWriter } from './group-writer.ts';
import { packFiles } from './synced-file.ts';
import { type BytesPlace, eachItem, type PackedWork, type WorkItem } from './work-batch.ts';
import { WriterChannel } from './writer-channel.ts';
import type { WriterReport, WriterRequest } from './writer-messages.ts';

/** What the archive hands to the thread at its start. */
export interface WriterThreadData {
  /** The archive's own folder. */
  readonly folder: string;
  /** Others may use what is made in it. */
  readonly isShared: boolean;
  readonly blocks: readonly SharedArrayBuffer[];
}

const { folder, isShared, blocks }: WriterThreadData = workerData;
setShared(folder, isShared);
const sync = new FileSystemSync(folder);
const channels = new Map<number, WriterChannel>();

function report(message: WriterReport): void {
  parentPort?.postMessage(message);
}

onDefect(trace => report({ type: 'defect', trace }));

function bytesAt(place: BytesPlace): Uint8Array {
  if ('bytes' in place) return place.bytes;
  const block = blocks[place.block];
  if (block === undefined) throw new RangeError(`There is no block ${place.block}.`);
  return new Uint8Array(block, place.offset, place.length);
}

function doItem(item: WorkItem): void {
  const { id } = item;
  channels.get(item.channel)?.work(group => {
    if (item.op === 'message') group.add(id, item.time, bytesAt(item.place));
    else if (item.op === 'piece') group.append(id, bytesAt(item.place));
    else if (item.op === 'end') group.end(id, item.time);
    else group.abort(id);
  });
}

/** Does all of it. @returns how many places of each block may be used again */
function doWork(work: PackedWork): number[] {
  const places = blocks.map(() => 0);
  eachItem(work, item => {
    doItem(item);
    const place = 'place' in item ? item.place : undefined;
    if (place && 'block' in place) places[place.block] = (places[place.block] ?? 0) + 1;
  });
  return places;
}

function handle(request: WriterRequest): void {
  const { type } = request;
  if (type === 'open') {
    const { channel } = request;
    channels.set(
      channel,
      new WriterChannel(new GroupWriter(request.prefix, sync), {
        synced: files => report({ type: 'synced', channel, files: packFiles(files) }),
        failed: failure => report({ type: 'failed', channel, failure }),
        tooLarge: ids => report({ type: 'too-large', channel, ids }),
        flushed: () => report({ type: 'flushed', channel }),
      }),
    );
  } else if (type === 'work') {
    report({ type: 'released', places: doWork(request.work) });
  } else if (type === 'flush') {
    channels.get(request.channel)?.flush();
  } else {
    channels.delete(request.channel);
  }
}

/** Requests that are waiting, oldest first. */
const requests: WriterRequest[] = [];

/** One at a turn of the event loop: all at once would keep the end of a sync from being noticed. */
function next(): void {
  const request = requests.shift();
  if (request === undefined) return;
  if (requests.length > 0) setImmediate(next);
  handle(request);
}

parentPort?.on('message', (request: WriterRequest) => {
  if (requests.push(request) === 1) setImmediate(next);
});
