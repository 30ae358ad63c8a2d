import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Answer, CallName, Input, Output } from '../../shared/contract.ts';
import type { DemoServer } from '../../tests/demo/server.ts';

/** A process side that is running, and how its pages are signed in. */
export interface Running {
  readonly port: number;
  readonly cookie: string;
}

/** The process that does the work, as it is restarted, always on the port it had first. */
export class ProcessSide {
  readonly #data: string;
  readonly #demo: DemoServer;
  #child: ChildProcess | undefined;
  #port = 0;
  /** Undefined where it did not come up. */
  #running: Promise<Running | undefined> = Promise.resolve(undefined);
  #nextStart = Promise.withResolvers<void>();

  /** @param data folder of what it keeps */
  constructor(data: string, demo: DemoServer) {
    this.#data = data;
    this.#demo = demo;
  }

  /** When the present start has succeeded or failed. */
  get running(): Promise<Running | undefined> {
    return this.#running;
  }

  /** The next start has begun. */
  get nextStart(): Promise<void> {
    return this.#nextStart.promise;
  }

  /** Ends what runs, and starts it from the files as they are. */
  restart(): Promise<Running | undefined> {
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

  async #start(): Promise<Running | undefined> {
    const program = join(import.meta.dirname, 'serve-demo.ts');
    const child = fork(program, [this.#data, String(this.#port)]);
    this.#child = child;
    const ended = once(child, 'exit').then(() => undefined);
    const [told] = (await Promise.race([once(child, 'message'), ended])) ?? [];
    if (told === undefined) return undefined;
    const { address } = told as { address: string };
    this.#port = Number(new URL(address).port);
    const signedIn = await fetch(address, { redirect: 'manual' });
    const [cookie = ''] = (signedIn.headers.get('set-cookie') ?? '').split(';');
    const running = { port: this.#port, cookie };
    await this.#setUp(running);
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

  /** The demo account: set up and archived at the first start, and its password given again at each, as none is kept. */
  async #setUp(running: Running): Promise<void> {
    const { port, user, password } = this.#demo;
    const [known] = await call(running, 'accounts.list', undefined);
    const profile = known?.profile ?? {
      email: user,
      user,
      server: { host: '127.0.0.1', port, security: 'none' },
      leftOut: [],
      headersOnly: false,
      unseenOnly: false,
      folder: join(this.#data, 'Mail', user),
      rememberPassword: false,
    };
    const more = known === undefined ? {} : { id: known.id };
    const { id } = await call(running, 'accounts.save', { ...more, profile, password });
    if (known === undefined) await call(running, 'runs.start', { accountId: id });
  }
}

async function call<Name extends CallName>(
  { port, cookie }: Running,
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  const response = await fetch(`http://127.0.0.1:${port}/call/${name}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', cookie, origin: `http://127.0.0.1:${port}` },
    body: JSON.stringify(input ?? null),
  });
  const answer = (await response.json()) as Answer<Output<Name>>;
  if (!answer.ok) throw new Error(`${name}: ${answer.failure.message}`);
  return answer.value;
}
