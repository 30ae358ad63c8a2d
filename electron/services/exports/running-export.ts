import { finished, type Readable } from 'node:stream';
import type { ExportState } from '../../../shared/contract.ts';
import { MailstowError, toFailure } from '../../engine/errors.ts';
import type { OutgoingMessage, Watch } from '../../engine/export/outgoing.ts';
import { clipped } from '../clip.ts';
import { Throttle } from '../throttle.ts';
import type { Chosen, ChosenMessage } from './chosen.ts';

/** Milliseconds between two words to the windows of one export. */
const betweenEvents = 100;
/** Messages that could not be read and are named. */
const mostNamed = 20;

/** One export from its beginning to its end, as it can be seen. */
export class RunningExport {
  /** Where it was written, absolute, once it is whole. */
  path: string | undefined;
  /** Resolved when nothing of it goes on. */
  ended: Promise<void> = Promise.resolve();
  readonly watch: Watch = {
    wrote: bytes => {
      const { state } = this;
      this.#change({ done: state.done + 1, bytes: state.bytes + bytes });
    },
    lacks: (message, reason) => this.#lacks(message, reason),
  };
  #state: ExportState;
  readonly #throttle: Throttle;
  #stopping = new AbortController();

  constructor(
    what: Pick<ExportState, 'exportId' | 'as' | 'name' | 'of'>,
    tell: (state: ExportState) => void,
  ) {
    this.#state = { ...what, state: 'running', done: 0, bytes: 0, lacking: 0, problems: [] };
    this.#throttle = new Throttle(betweenEvents, () => tell(this.#state));
  }

  get state(): ExportState {
    return this.#state;
  }

  get signal(): AbortSignal {
    return this.#stopping.signal;
  }

  stop(): void {
    this.#stopping.abort(new MailstowError('work-stopped'));
  }

  /** The messages, as long as nobody stopped it; one that is gone from the list is lacking too. */
  async *through(chosen: Chosen): AsyncGenerator<ChosenMessage> {
    let count = 0;
    for await (const message of chosen.messages()) {
      this.signal.throwIfAborted();
      count += 1;
      yield message;
    }
    const gone = chosen.count - count;
    if (gone > 0) this.#change({ lacking: this.#state.lacking + gone });
  }

  /** A stream that ends with the export where that is stopped. */
  stops(stream: Readable): Readable {
    const { signal } = this;
    const stop = () => stream.destroy(signal.reason as Error);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
    return stream;
  }

  /** @param work gives where it was written */
  work(work: Promise<string>): void {
    this.ended = work.then(
      path => {
        this.path = path;
        this.#end({ state: 'done' });
      },
      (error: unknown) => this.#fail(error),
    );
  }

  /** Once more from the beginning, where it has ended. */
  again(): void {
    if (this.#state.state === 'running') return;
    this.#stopping = new AbortController();
    this.#change({ state: 'running', done: 0, bytes: 0, lacking: 0, problems: [] });
  }

  /** Somebody else reads it: it is done when all was taken. */
  follow(stream: Readable): void {
    this.ended = new Promise(resolve => {
      finished(stream, { writable: false }, error => {
        if (error) this.#fail(error);
        else this.#end({ state: 'done' });
        resolve();
      });
    });
  }

  #fail(error: unknown): void {
    // Whoever read it let go of it.
    const isLeft =
      error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
    if (this.signal.aborted || isLeft) this.#end({ state: 'stopped' });
    else this.#end({ state: 'failed', failure: clipped(toFailure(error)) });
  }

  #lacks({ subject }: OutgoingMessage, reason: unknown): void {
    const { lacking, problems } = this.#state;
    const problem = { subject: subject.slice(0, 200), failure: clipped(toFailure(reason)) };
    this.#change({
      lacking: lacking + 1,
      problems: problems.length < mostNamed ? [...problems, problem] : problems,
    });
  }

  #change(part: Partial<ExportState>): void {
    this.#state = { ...this.#state, ...part };
    this.#throttle.request();
  }

  #end(part: Partial<ExportState>): void {
    this.#state = { ...this.#state, ...part };
    this.#throttle.flush();
  }
}
