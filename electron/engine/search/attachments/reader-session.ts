import type { ChildEnd, ReaderChild } from './reader-door.ts';
import type { FromReader, ToReader } from './reader-messages.ts';
import type { Unread } from './reading.ts';

/** Bytes: 700 MB are promised, and between two looks a reader can take 200 MB more. */
const mostMemory = 500_000_000;
/** Milliseconds between two looks at its memory. */
const look = 30;

/** Why nothing more comes. */
export type Lost = { readonly lost: Unread };

interface Waiting {
  readonly resolve: (heard: FromReader | Lost) => void;
  readonly stop: () => void;
}

/** A running process that reads, watched while it works: it answers, or is ended. */
export class ReaderSession {
  readonly #child: ReaderChild;
  #heard: (FromReader | Lost)[] = [];
  #waiting: Waiting | undefined;
  #lost: Lost | undefined;

  constructor(child: ReaderChild) {
    this.#child = child;
    child.onMessage(message => this.#take(message));
    child.onEnd(end => this.#lose(causeOf(end)));
  }

  get isLost(): boolean {
    return this.#lost !== undefined;
  }

  tell(message: ToReader): void {
    this.#child.tell(message);
  }

  /**
   * What it says next. It is ended where it takes too long or too much memory; then and after any other end of it
   * nothing else is heard.
   * @param patience milliseconds
   */
  hear(patience: number): Promise<FromReader | Lost> {
    const next = this.#heard.shift() ?? this.#lost;
    if (next !== undefined) return Promise.resolve(next);
    this.#child.hold(true);
    const late = setTimeout(() => this.#end('too-slow'), patience);
    const watch = this.#watchMemory();
    return new Promise(resolve => {
      const stop = () => {
        clearTimeout(late);
        watch();
        this.#child.hold(false);
      };
      this.#waiting = { resolve, stop };
    });
  }

  /** Whether it still holds so much that another one had better do what comes next. */
  async isSwollen(): Promise<boolean> {
    return ((await this.#child.memory()) ?? 0) > mostMemory / 2;
  }

  end(): void {
    this.#end('crashed');
  }

  #take(message: FromReader): void {
    if (this.#lost !== undefined) return;
    if (this.#waiting === undefined) this.#heard.push(message);
    else this.#answer(message);
  }

  #end(why: Unread): void {
    this.#lose(why);
    this.#child.kill();
  }

  #lose(why: Unread): void {
    if (this.#lost !== undefined) return;
    this.#lost = { lost: why };
    this.#answer(this.#lost);
  }

  #answer(heard: FromReader | Lost): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.stop();
    waiting?.resolve(heard);
  }

  /** @returns ends the watch */
  #watchMemory(): () => void {
    let isWatching = true;
    let timer: NodeJS.Timeout;
    const next = () => {
      timer = setTimeout(async () => {
        const bytes = await this.#child.memory();
        if (!isWatching) return;
        if (bytes !== undefined && bytes > mostMemory) this.#end('too-much-memory');
        else next();
      }, look);
    };
    next();
    return () => {
      isWatching = false;
      clearTimeout(timer);
    };
  }
}

/** What V8 and the system end a process with that wants too much memory: abort, trap, kill; 128 + each in a shell's way. */
const outOfMemory = {
  signals: ['SIGABRT', 'SIGTRAP', 'SIGILL', 'SIGKILL'],
  codes: [132, 133, 134, 137, 5, 6, 9],
};

function causeOf({ code, signal }: ChildEnd): Unread {
  const isMemory =
    (signal !== null && outOfMemory.signals.includes(signal)) ||
    (code !== null && outOfMemory.codes.includes(code));
  return isMemory ? 'too-much-memory' : 'crashed';
}
