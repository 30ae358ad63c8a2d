import type { Failure } from '../../../shared/model/failure.ts';
import type { SyncedFile } from './group-writer.ts';

/** Octets inside a shared block, or on their own where no block was free. */
export type Place =
  | { readonly block: number; readonly offset: number; readonly length: number }
  | { readonly octets: Uint8Array };

/** A message has a number within its channel, and its file a time, in seconds since 1970 UTC. */
export type WorkItem = { readonly channel: number; readonly id: number } & (
  | { readonly op: 'message'; readonly time: number | undefined; readonly place: Place }
  /** A large one comes in pieces. */
  | { readonly op: 'piece'; readonly place: Place }
  | { readonly op: 'end'; readonly time: number | undefined }
  | { readonly op: 'abort' }
);

/** From the archive to the thread that writes. A channel is one writer: one mailbox and kind. */
export type WriterRequest =
  /** `prefix`: of the channel's temporary files. */
  | { readonly type: 'open'; readonly channel: number; readonly prefix: string }
  | { readonly type: 'work'; readonly items: readonly WorkItem[] }
  | { readonly type: 'flush'; readonly channel: number }
  | { readonly type: 'close'; readonly channel: number };

export type WriterReport =
  /** One batch of work was done; `blocks` names a block once for each place that may be used again. */
  | { readonly type: 'released'; readonly blocks: readonly number[] }
  | { readonly type: 'synced'; readonly channel: number; readonly files: readonly SyncedFile[] }
  | { readonly type: 'failed'; readonly channel: number; readonly failure: Failure }
  /** All that came before the flush was reported as synced, or has failed and was reported so. */
  | { readonly type: 'flushed'; readonly channel: number };
