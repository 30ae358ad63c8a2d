import { MailstowError } from '../../engine/errors.ts';
import { RequestThread } from '../../engine/thread/request-thread.ts';
import type { Found, Holding, LookCalls, Sought } from './look-calls.ts';

/** Milliseconds that a disk is waited for; one that has to spin up first takes a few seconds. */
const patience = 8_000;

/** Milliseconds without a look after which the thread is ended. */
const idle = 5_000;

/** Megabytes; a report of thousands of mailboxes is read whole. */
const heap = 256;

/** What can be waited for in a thread that then may be stuck. */
export type LookThread = Pick<RequestThread<LookCalls>, 'call' | 'stop'>;

/** @param onEnd told when the thread has ended */
export function lookThread(onEnd: () => void): LookThread {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'mjs';
  const module = new URL(`./look-thread.${ending}`, import.meta.url);
  return new RequestThread<LookCalls>({ task: 'looking', module, heap, onEnd });
}

interface Looker {
  readonly thread: LookThread;
  stuckAt: string | undefined;
}

/**
 * Looks into folders, one after the other, in a thread that ends when there is nothing more to look at. The disk of a folder
 * may be a network drive that does not answer: then so much is said after a while, and the folder is left alone until
 * the system gives the stuck thread back.
 */
export class Looks {
  readonly #start: typeof lookThread;
  readonly #patience: number;
  readonly #silent = new Set<string>();
  #looker: Looker | undefined;
  #waiting = 0;
  #rest: NodeJS.Timeout | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(start = lookThread, milliseconds = patience) {
    this.#start = start;
    this.#patience = milliseconds;
  }

  /** Whether anything of an archive is in the folder. @throws MailstowError `folder-silent`, or why it cannot be read */
  isThere(folder: string): Promise<boolean> {
    return this.#ask('isThere', folder, folder);
  }

  /** @returns undefined where no archive is in the folder @throws as {@link isThere} */
  at(folder: string): Promise<Holding | undefined> {
    return this.#ask('look', folder, folder);
  }

  /** Archives of that account where one may have been moved to. @throws as {@link isThere} */
  find(sought: Sought): Promise<readonly Found[]> {
    return this.#ask('find', sought, `around ${sought.folder}`);
  }

  #ask<Name extends keyof LookCalls>(
    name: Name,
    input: LookCalls[Name]['input'],
    what: string,
  ): Promise<LookCalls[Name]['output']> {
    this.#waiting += 1;
    clearTimeout(this.#rest);
    const answer = this.#turn.then(() => this.#inThread(name, input, what));
    this.#turn = answer.catch(() => undefined);
    return answer;
  }

  async #inThread<Name extends keyof LookCalls>(
    name: Name,
    input: LookCalls[Name]['input'],
    what: string,
  ): Promise<LookCalls[Name]['output']> {
    try {
      if (this.#silent.has(what)) throw silent(what);
      this.#looker ??= this.#begin();
      return await this.#looker.thread.call(name, input, this.#patience);
    } catch (error) {
      if (!isTooLong(error)) throw error;
      this.#silent.add(what);
      if (this.#looker !== undefined) this.#looker.stuckAt = what;
      // Another one goes on; this one ends when its disk answers.
      this.#end();
      throw silent(what);
    } finally {
      this.#waiting -= 1;
      if (this.#waiting === 0) this.#rest = setTimeout(() => this.#end(), idle).unref();
    }
  }

  #begin(): Looker {
    const onEnd = () => {
      if (looker.stuckAt !== undefined) this.#silent.delete(looker.stuckAt);
    };
    const looker: Looker = { thread: this.#start(onEnd), stuckAt: undefined };
    return looker;
  }

  #end(): void {
    void this.#looker?.thread.stop();
    this.#looker = undefined;
  }
}

function isTooLong(error: unknown): boolean {
  return error instanceof MailstowError && error.failure.code === 'reading-took-too-long';
}

function silent(folder: string): MailstowError {
  return new MailstowError('folder-silent', { args: { folder } });
}
