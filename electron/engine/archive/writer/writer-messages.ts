import type { Failure } from '../../../../shared/model/failure.ts';
import type { PackedFiles } from './synced-file.ts';
import type { PackedWork } from './work-batch.ts';

/** From the archive to the thread that writes. A channel is one writer: one mailbox and kind. */
export type WriterRequest =
  /** `prefix`: of the channel's temporary files. */
  | { readonly type: 'open'; readonly channel: number; readonly prefix: string }
  | { readonly type: 'work'; readonly work: PackedWork }
  | { readonly type: 'flush'; readonly channel: number }
  | { readonly type: 'close'; readonly channel: number };

export type WriterReport =
  /** One batch of work was done; `places`: how many of each block may be used again. */
  | { readonly type: 'released'; readonly places: readonly number[] }
  | { readonly type: 'synced'; readonly channel: number; readonly files: PackedFiles }
  /** Messages that no file of the disk can hold. */
  | { readonly type: 'too-large'; readonly channel: number; readonly ids: readonly number[] }
  | { readonly type: 'failed'; readonly channel: number; readonly failure: Failure }
  /** All that came before the flush was reported as synced, or has failed and was reported so. */
  | { readonly type: 'flushed'; readonly channel: number }
  /** Stack and causes of what went wrong, for the log. */
  | { readonly type: 'defect'; readonly trace: string };
