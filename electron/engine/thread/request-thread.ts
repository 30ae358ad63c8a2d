import { type Transferable, Worker } from 'node:worker_threads';
import { passOnDefect } from '../defects.ts';
import { MailstowError, toFailure } from '../errors.ts';
import type {
  ThreadAnswer,
  ThreadCalls,
  ThreadReport,
  ThreadRequest,
  ThreadTask,
} from './messages.ts';
import { threadDeath } from './thread-death.ts';

export interface ThreadOptions {
  readonly task: ThreadTask;
  /** The thread's module; it calls `serveRequests`. */
  readonly module: URL;
  /** What the thread finds as its `workerData`. */
  readonly data?: unknown;
  /** The same, made for each thread that is started, with what is handed over to it. */
  handOver?(): { readonly data: unknown; readonly transfer: readonly Transferable[] };
  /** Most megabytes of its heap. */
  readonly heap: number;
  /** Megabytes of it for what is new: little where much is made and hardly any of it kept. By default V8's. */
  readonly newHeap?: number;
  onNotice?(notice: unknown): void;
  /** Answers what the thread wants to know. */
  onQuestion?(question: unknown): Promise<unknown>;
  /**
   * Told when a thread has ended, for whatever reason, with every thread that it started.
   * @param thread its number, as Node counts them
   */
  onEnd?(thread: number): void;
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: unknown): void;
  readonly timer: NodeJS.Timeout | undefined;
}

/** A thread that answers requests: started at the first of them, and again after it ended. */
export class RequestThread<Calls extends ThreadCalls> {
  readonly #options: ThreadOptions;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  /** There when every thread that was to end has ended. */
  #ended: Promise<unknown> = Promise.resolve();
  #requests = 0;

  constructor(options: ThreadOptions) {
    this.#options = options;
  }

  /**
   * @param limit milliseconds after which the thread is ended together with everything it is asked
   * @throws MailstowError what the thread failed with, or `defect` where it ended
   */
  call<Name extends keyof Calls & string>(
    name: Name,
    input: Calls[Name]['input'],
    limit?: number,
  ): Promise<Calls[Name]['output']> {
    const id = ++this.#requests;
    const request: ThreadRequest = { id, name, input };
    return new Promise((resolve, reject) => {
      const timer = limit === undefined ? undefined : setTimeout(() => this.#end(tooLong()), limit);
      this.#waiting.set(id, { resolve, reject, timer });
      this.#worker ??= this.#start();
      this.#worker.ref();
      this.#worker.postMessage(request);
    });
  }

  /** Ends the thread; anyone who waits for it hears so. On return nothing of it goes on. */
  async stop(): Promise<void> {
    this.#end(stopped());
    await this.#ended;
  }

  #start(): Worker {
    const { task, module, heap, newHeap, onEnd } = this.#options;
    const { data, transfer } = this.#options.handOver?.() ?? {
      data: this.#options.data,
      transfer: [],
    };
    const worker = new Worker(module, {
      workerData: data,
      transferList: [...transfer],
      resourceLimits: {
        maxOldGenerationSizeMb: heap,
        ...(newHeap === undefined ? {} : { maxYoungGenerationSizeMb: newHeap }),
      },
    });
    worker.on('message', (report: ThreadReport) => this.#hear(report, worker));
    const { threadId } = worker;
    const onDeath = (cause: unknown) => {
      if (worker === this.#worker) this.#end(threadDeath(task, cause));
    };
    worker.on('error', onDeath);
    worker.on('exit', code => {
      onEnd?.(threadId);
      onDeath(new Error(`it ended with the exit code ${code}`));
    });
    return worker;
  }

  #hear(report: ThreadReport, worker: Worker): void {
    if ('defect' in report) {
      passOnDefect(report.defect);
      return;
    }
    if ('notice' in report) {
      this.#options.onNotice?.(report.notice);
      return;
    }
    if ('question' in report) {
      void this.#answer(report).then(answer => worker.postMessage(answer));
      return;
    }
    const waiting = this.#waiting.get(report.id);
    this.#waiting.delete(report.id);
    // A thread that nobody waits for keeps no process alive.
    if (this.#waiting.size === 0) this.#worker?.unref();
    clearTimeout(waiting?.timer);
    if (report.ok) {
      waiting?.resolve(report.value);
      return;
    }
    waiting?.reject(new MailstowError(report.failure));
  }

  async #answer({
    question,
    number,
  }: Extract<ThreadReport, { question: unknown }>): Promise<ThreadAnswer> {
    try {
      const value = await this.#options.onQuestion?.(question);
      return { answerTo: number, ok: true, value };
    } catch (error) {
      return { answerTo: number, ok: false, failure: toFailure(error) };
    }
  }

  /** Anyone who waits hears of it at once: a thread may take a while to end, on a disk that does not answer. */
  #end(reason: MailstowError): void {
    const worker = this.#worker;
    const waiting = [...this.#waiting.values()];
    this.#worker = undefined;
    this.#waiting.clear();
    for (const { timer, reject } of waiting) {
      clearTimeout(timer);
      reject(reason);
    }
    this.#ended = Promise.all([this.#ended, worker?.terminate()]);
  }
}

function tooLong(): MailstowError {
  return new MailstowError('reading-took-too-long');
}

function stopped(): MailstowError {
  return new MailstowError('closing');
}
