import { join } from 'node:path';
import { defaults } from '../../../shared/defaults.ts';
import { releaseOfEndedThread } from '../../engine/archive/disk/folder-lock.ts';
import { RequestThread } from '../../engine/thread/request-thread.ts';
import { answering, sent } from '../sign-in/sent-credentials.ts';
import type { Checked, CheckNotice, CheckRequest, ProofCalls } from './proof-calls.ts';

/** Megabytes; what is known of a million messages has to fit. */
const heap = 4_096;

/** A thread that looks at archives. @param request what it is for, where it may write a line into the archive */
export function proofThread(
  onNotice: (notice: CheckNotice) => void,
  request?: CheckRequest,
): RequestThread<ProofCalls> {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'mjs';
  return new RequestThread({
    task: 'checking',
    module: new URL(`./proof-thread.${ending}`, import.meta.url),
    heap,
    onNotice: notice => onNotice(notice as CheckNotice),
    onQuestion: answering(request?.access?.credentials),
    onEnd: thread => {
      if (request === undefined) return;
      releaseOfEndedThread(join(request.folder, defaults.ownFolder), thread);
    },
  });
}

/** One check, in a thread of its own: reading every file takes as long as the disk does. */
export class RunningCheck {
  /** @throws (rejects with) MailstowError as `checkArchive` does */
  readonly result: Promise<Checked>;
  readonly #thread: RequestThread<ProofCalls>;

  constructor(request: CheckRequest, onNotice: (notice: CheckNotice) => void) {
    this.#thread = proofThread(onNotice, request);
    const { access } = request;
    const sending = {
      ...request,
      access: access && { ...access, credentials: sent(access.credentials) },
    };
    this.result = this.#thread.call('check', sending).finally(() => this.#thread.stop());
  }

  /** Asks it to end; {@link result} rejects when it has. */
  async stop(): Promise<void> {
    // Should the thread end in the meantime, the result says why.
    await this.#thread.call('stop', undefined).catch(() => undefined);
  }
}
