import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { DemoServer } from '../../tests/demo/server.ts';
import { type SignedIn, setUpDemo, signIn } from '../../tests/demo/set-up.ts';

/** The process that does the work, as it is restarted, always on the port it had first. */
export class ProcessSide {
  readonly #data: string;
  readonly #demo: DemoServer;
  #child: ChildProcess | undefined;
  #port = 0;
  /** Undefined where it did not come up. */
  #running: Promise<SignedIn | undefined> = Promise.resolve(undefined);
  #nextStart = Promise.withResolvers<void>();

  /** @param data folder of what it keeps */
  constructor(data: string, demo: DemoServer) {
    this.#data = data;
    this.#demo = demo;
  }

  /** When the present start has succeeded or failed. */
  get running(): Promise<SignedIn | undefined> {
    return this.#running;
  }

  /** The next start has begun. */
  get nextStart(): Promise<void> {
    return this.#nextStart.promise;
  }

  /** Ends what runs, and starts it from the files as they are. */
  restart(): Promise<SignedIn | undefined> {
    const before = this.#running;
    this.#running = before
      .then(() => this.#end())
      .then(() => this.#start())
      .catch(error => {
        console.error(error);
        return undefined;
      });
    this.#nextStart.resolve();
    this.#nextStart = Promise.withResolvers();
    return this.#running;
  }

  async close(): Promise<void> {
    await this.#running;
    await this.#end();
  }

  async #start(): Promise<SignedIn | undefined> {
    const program = join(import.meta.dirname, 'serve-demo.ts');
    const child = fork(program, [this.#data, String(this.#port)]);
    this.#child = child;
    const ended = once(child, 'exit').then(() => undefined);
    const [told] = (await Promise.race([once(child, 'message'), ended])) ?? [];
    if (told === undefined) return undefined;
    const { address } = told as { address: string };
    this.#port = Number(new URL(address).port);
    const running = await signIn(address);
    await setUpDemo(running, this.#demo, join(this.#data, 'Mail', this.#demo.user));
    return running;
  }

  async #end(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.disconnect();
    await ended;
  }
}
