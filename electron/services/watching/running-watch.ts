import { join } from 'node:path';
import { defaults } from '../../../shared/defaults.ts';
import type { WatchEvent } from '../../../shared/model/live.ts';
import type { RunRequest } from '../../../shared/model/run.ts';
import { releaseOfEndedThread } from '../../engine/archive/disk/folder-lock.ts';
import { RequestThread } from '../../engine/thread/request-thread.ts';
import { answering, sent } from '../sign-in/sent-credentials.ts';
import { catchUpQuestion, type WatchCalls } from './watch-calls.ts';

/** Megabytes; what is known of a million messages has to fit. */
const heap = 4_096;

export interface RunningWatchOptions {
  readonly request: RunRequest;
  /** Told what happens, in order. */
  readonly emit: (event: WatchEvent) => void;
  /** Archives what there is; see `watchAccount`. */
  readonly catchUp: () => Promise<void>;
  /** File into which conversations with the server are recorded, where that is wished. */
  readonly trace: string | undefined;
}

/** The watch of one account, in a thread of its own: opening a large archive would hold up every window. */
export class RunningWatch {
  /** Rejects with what ended it. */
  readonly ended: Promise<never>;
  readonly #thread: RequestThread<WatchCalls>;
  #isOver = false;

  constructor({ request, emit, catchUp, trace }: RunningWatchOptions) {
    const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'mjs';
    const module = new URL(`./watch-thread.${ending}`, import.meta.url);
    const own = join(request.folder, defaults.ownFolder);
    const { credentials } = request;
    const tokens = answering(credentials);
    this.#thread = new RequestThread({
      ...{ task: 'archiving', module, heap },
      onNotice: event => emit(event as WatchEvent),
      onQuestion: question => (question === catchUpQuestion ? catchUp() : tokens(question)),
      onEnd: thread => releaseOfEndedThread(own, thread),
    });
    if (trace !== undefined) void this.record(trace);
    const sending = { ...request, credentials: sent(credentials) };
    this.ended = this.#thread.call('watch', sending).finally(() => {
      this.#isOver = true;
      return this.#thread.stop();
    });
    // Whoever began it may still be busy with something else.
    this.ended.catch(() => undefined);
  }

  /** On return it has let go of the archive. */
  hold(): Promise<void> {
    return this.#tell('hold');
  }

  release(): Promise<void> {
    return this.#tell('release');
  }

  /** The computer woke up, or the network is another. */
  wake(): Promise<void> {
    return this.#tell('wake');
  }

  record(file: string | undefined): Promise<void> {
    return this.#tell('record', file);
  }

  /** On return nothing of it goes on; what is stored stays. */
  async stop(): Promise<void> {
    await this.#tell('stop');
    await this.ended.catch(() => undefined);
  }

  async #tell(
    what: 'hold' | 'release' | 'wake' | 'record' | 'stop',
    input?: string,
  ): Promise<void> {
    if (this.#isOver) return;
    // Should the thread end in the meantime, its end says why.
    await this.#thread.call(what, input as undefined).catch(() => undefined);
  }
}
