import type { Socket } from 'node:net';
import { Random } from '../fixtures/mail/random.ts';
import { Relay } from './relay.ts';

/** What goes wrong between server and client; a connection goes on after `drip` and `delay`. */
export type Fault = 'cut' | 'reset' | 'halfClose' | 'drip' | 'delay' | 'silence';

export interface FaultOptions {
  readonly seed: number;
  /** Bytes from the server before each fault, evenly spread between the two. */
  readonly after: readonly [least: number, greatest: number];
  /** Faults that are drawn from, evenly. */
  readonly faults: readonly [Fault, ...Fault[]];
}

const dripBytes = 1_000;
const dripEvery = 2;
const delay = 100;

/** A TCP proxy on loopback between a client and a server that fails at random, the same way for a seed. */
export class FaultProxy {
  /** Faults so far, in order. */
  readonly faults: Fault[] = [];
  readonly #random: Random;
  readonly #options: FaultOptions;
  #relay: Relay | undefined;

  private constructor(options: FaultOptions) {
    this.#random = new Random(options.seed);
    this.#options = options;
  }

  /** @param target port of the server on loopback */
  static async start(target: number, options: FaultOptions): Promise<FaultProxy> {
    const proxy = new FaultProxy(options);
    proxy.#relay = await Relay.start(target, (client, server) => {
      client.pipe(server);
      proxy.#forward(server, client);
    });
    return proxy;
  }

  get port(): number {
    if (this.#relay === undefined) throw new Error('The proxy is closed');
    return this.#relay.port;
  }

  async stop(): Promise<void> {
    await this.#relay?.stop();
  }

  /** Server to client, from one fault to the next. */
  #forward(server: Socket, client: Socket): void {
    let rest = this.#random.integer(...this.#options.after);
    server.on('data', chunk => {
      if (chunk.length <= rest) {
        rest -= chunk.length;
        this.#pass(server, client, chunk);
        return;
      }
      client.write(chunk.subarray(0, rest));
      const unsent = chunk.subarray(rest);
      rest = this.#random.integer(...this.#options.after);
      this.#fail(server, client, unsent);
    });
    server.once('end', () => client.end());
  }

  #pass(server: Socket, client: Socket, chunk: Buffer): void {
    if (client.write(chunk)) return;
    server.pause();
    client.once('drain', () => server.resume());
  }

  #fail(server: Socket, client: Socket, unsent: Buffer): void {
    const fault = this.#random.pick(this.#options.faults);
    this.faults.push(fault);
    switch (fault) {
      case 'cut':
        server.destroy();
        client.destroySoon();
        break;
      case 'reset':
        client.resetAndDestroy();
        break;
      case 'halfClose':
        // The client may go on writing, but hears nothing any more.
        server.pause();
        client.end();
        break;
      case 'silence':
        server.pause();
        break;
      case 'delay':
        server.pause();
        setTimeout(() => {
          client.write(unsent);
          server.resume();
        }, delay);
        break;
      case 'drip':
        this.#drip(server, client, unsent);
        break;
    }
  }

  #drip(server: Socket, client: Socket, unsent: Buffer): void {
    server.pause();
    let sent = 0;
    const timer = setInterval(() => {
      client.write(unsent.subarray(sent, sent + dripBytes));
      sent += dripBytes;
      if (sent < unsent.length) return;
      clearInterval(timer);
      server.resume();
    }, dripEvery);
    client.once('close', () => clearInterval(timer));
  }
}
