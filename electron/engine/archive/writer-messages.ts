import type { Failure } from '../../../shared/model/failure.ts';
import type { CommitTarget, MessageMeta } from './group-commit.ts';
import type { StoredMessage } from './stored-index.ts';

/** Octets inside a shared block, or on their own where no block was free. */
export type Place =
  | { readonly block: number; readonly offset: number; readonly length: number }
  | { readonly octets: Uint8Array };

export type WorkItem =
  | { readonly op: 'message'; readonly channel: number; readonly meta: MessageMeta; place: Place }
  | { readonly op: 'chunk'; readonly channel: number; readonly stream: number; place: Place }
  | {
      readonly op: 'streamed';
      readonly channel: number;
      readonly stream: number;
      readonly meta: MessageMeta;
    }
  | { readonly op: 'abort'; readonly channel: number; readonly stream: number };

/** From the archive to the thread that writes. A channel is one writer: one mailbox and kind. */
export type WriterRequest =
  | { readonly type: 'open'; readonly channel: number; readonly target: CommitTarget }
  | { readonly type: 'work'; readonly items: readonly WorkItem[] }
  | { readonly type: 'flush'; readonly channel: number }
  | { readonly type: 'close'; readonly channel: number };

export type WriterReport =
  /** One batch of work was done; `blocks` names a block once for each place that may be used again. */
  | { readonly type: 'released'; readonly blocks: readonly number[] }
  | { readonly type: 'stored'; readonly channel: number; readonly messages: StoredMessage[] }
  | { readonly type: 'failed'; readonly channel: number; readonly failure: Failure }
  /** All that came before the flush is durable, or has failed and was reported so. */
  | { readonly type: 'flushed'; readonly channel: number };
