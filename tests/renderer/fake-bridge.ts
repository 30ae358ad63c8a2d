import type { WindowServices } from '../../renderer/store/window-services.ts';
import type {
  Bridge,
  CallName,
  EventName,
  EventValue,
  ShownFailure,
} from '../../shared/contract.ts';

type Handler = (input: never) => unknown;

/** What a handler throws to answer with a failure. */
export class Refused extends Error {
  readonly failure: ShownFailure;

  constructor(failure: Partial<ShownFailure> = {}) {
    super('refused');
    this.failure = {
      kind: 'connection',
      scope: 'account',
      message: 'No.',
      nextStep: '',
      ...failure,
    };
  }
}

/** A process that does the work, in memory: answers what the test says, and hears what is asked. */
export class FakeBridge implements Bridge {
  readonly asked: { name: CallName; input: unknown }[] = [];
  handlers: Partial<Record<CallName, Handler>>;
  readonly #listeners = new Map<EventName, Set<(value: never) => void>>();

  constructor(handlers: Partial<Record<CallName, Handler>> = {}) {
    this.handlers = handlers;
  }

  async call(name: CallName, input: unknown): Promise<never> {
    this.asked.push({ name, input });
    const handler = this.handlers[name];
    if (handler === undefined) throw new Error(`the test answers no ${name}`);
    try {
      return { ok: true, value: await handler(input as never) } as never;
    } catch (reason) {
      if (reason instanceof Refused) return { ok: false, failure: reason.failure } as never;
      throw reason;
    }
  }

  subscribe(name: EventName, listener: (value: never) => void): () => void {
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  emit<Name extends EventName>(name: Name, value: EventValue<Name>): void {
    for (const listener of this.#listeners.get(name) ?? []) listener(value as never);
  }

  inputsOf(name: CallName): unknown[] {
    return this.asked.filter(each => each.name === name).map(({ input }) => input);
  }
}

/** A window without a window. */
export function fakeSurroundings(): WindowServices & {
  readonly kept: Map<string, string>;
  readonly downloads: string[];
  readonly copied: string[];
  /** Pages that were put on paper, and replies that were begun. */
  readonly followed: string[];
  readonly signedOut: () => number;
  readonly printed: () => number;
} {
  const kept = new Map<string, string>();
  const downloads: string[] = [];
  const copied: string[] = [];
  const followed: string[] = [];
  let signedOut = 0;
  let printed = 0;
  return {
    signedOut: () => signedOut,
    printed: () => printed,
    print() {
      printed += 1;
    },
    async signOut() {
      signedOut += 1;
    },
    kept,
    downloads,
    memory: {
      read: key => kept.get(key),
      write(key, value) {
        if (value === undefined) kept.delete(key);
        else kept.set(key, value);
      },
    },
    download: address => downloads.push(address),
    followed,
    printPage: address => followed.push(address),
    write: address => followed.push(address),
    copied,
    copy(text) {
      copied.push(text);
      return true;
    },
    isHere: true,
    userAgent: 'A browser of the test',
  };
}

/** A promise and the key to it. */
export function gate<Value>(): { readonly opened: Promise<Value>; open(value: Value): void } {
  const { promise, resolve } = Promise.withResolvers<Value>();
  return { opened: promise, open: resolve };
}
