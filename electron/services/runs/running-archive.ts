import { join } from 'node:path';
import { defaults } from '../../../shared/defaults.ts';
import type { RunEvent, RunRequest, RunResult } from '../../../shared/model/run.ts';
import { releaseOfEndedThread } from '../../engine/archive/disk/folder-lock.ts';
import { RequestThread } from '../../engine/thread/request-thread.ts';
import { answering, sent } from '../sign-in/sent-credentials.ts';
import type { RunCalls } from './run-calls.ts';

/** Megabytes; what is known of a million messages has to fit. */
const heap = 4_096;

/** One run, carried out in a thread of its own: opening a large archive would hold up every window. */
export class RunningArchive {
  /** @throws (rejects with) MailstowError as `archiveByProtocol` does */
  readonly result: Promise<RunResult>;
  readonly #thread: RequestThread<RunCalls>;
  #isOver = false;

  /**
   * @param emit told what happens, in order, before {@link result} is there
   * @param trace file into which the conversation with the server is recorded, where that is wished
   */
  constructor(
    request: RunRequest,
    emit: (event: RunEvent) => void,
    trace: string | undefined = undefined,
  ) {
    const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'mjs';
    const module = new URL(`./run-thread.${ending}`, import.meta.url);
    const onNotice = (event: unknown) => emit(event as RunEvent);
    // A thread that died took the archive's lock with it, and the next run is to go on.
    const own = join(request.folder, defaults.ownFolder);
    const onEnd = (thread: number) => releaseOfEndedThread(own, thread);
    const { credentials } = request;
    const onQuestion = answering(credentials);
    this.#thread = new RequestThread({
      task: 'archiving',
      ...{ module, heap, onNotice, onQuestion, onEnd },
    });
    if (trace !== undefined) void this.record(trace);
    const sending = { ...request, credentials: sent(credentials) };
    this.result = this.#thread.call('archive', sending).finally(() => {
      this.#isOver = true;
      return this.#thread.stop();
    });
  }

  /** From the return on nothing is asked of the server and nothing is read. */
  pause(): Promise<void> {
    return this.#tell('pause');
  }

  resume(): Promise<void> {
    return this.#tell('resume');
  }

  /** Asks it to end; what is stored stays, and {@link result} rejects when it has. */
  stop(): Promise<void> {
    return this.#tell('stop');
  }

  /** Connections that begin from now on are recorded in this file, or no longer. Without a record the run goes on. */
  record(file: string | undefined): Promise<void> {
    return this.#tell('record', file);
  }

  async #tell(what: 'pause' | 'resume' | 'stop' | 'record', input?: string): Promise<void> {
    if (this.#isOver) return;
    // Should the thread end in the meantime, the result says why.
    await this.#thread.call(what, input as undefined).catch(() => undefined);
  }
}
