import type { CheckProgress as Shown, ShownFailure } from '../../../shared/contract.ts';
import { clipped, clippedName } from '../clip.ts';
import type { Checked, CheckNotice } from './proof-calls.ts';

/** What is to be seen of one check; outlives every window that shows it. */
export class CheckProgress {
  readonly #accountId: string;
  readonly #startedAt = Date.now();
  #state: Shown['state'] = 'reading';
  #mailbox: string | undefined;
  #files = 0;
  #bytes = 0;
  #all: { readonly allFiles: number; readonly allBytes: number } | undefined;
  #end: Pick<Shown, 'finishedAt' | 'result' | 'failure' | 'notKept'> = {};

  constructor(accountId: string) {
    this.#accountId = accountId;
  }

  get isOver(): boolean {
    return this.#end.finishedAt !== undefined;
  }

  apply(told: CheckNotice): void {
    if (told.notice === 'all') {
      this.#all = { allFiles: told.files, allBytes: told.bytes };
    } else if (told.notice === 'read') {
      this.#mailbox = clippedName(told.mailbox);
      this.#files += told.files;
      this.#bytes += told.bytes;
    } else if (this.#state === 'reading') {
      this.#state = 'comparing';
    }
  }

  stopping(): void {
    this.#state = 'stopping';
  }

  finished({ entry, notKept }: Checked): void {
    this.#state = entry.state;
    this.#end = {
      finishedAt: entry.finishedAt,
      ...(entry.result !== undefined && { result: entry.result }),
      ...(notKept !== undefined && { notKept: clipped(notKept) }),
    };
  }

  failed(failure: ShownFailure): void {
    const isStopped = failure.kind === 'stopped';
    this.#state = isStopped ? 'stopped' : 'failed';
    this.#end = { finishedAt: Date.now(), ...(!isStopped && { failure: clipped(failure) }) };
  }

  state(): Shown {
    return {
      accountId: this.#accountId,
      state: this.#state,
      startedAt: this.#startedAt,
      files: this.#files,
      bytes: this.#bytes,
      ...this.#all,
      ...(this.#mailbox !== undefined && { mailbox: this.#mailbox }),
      ...this.#end,
    };
  }
}
