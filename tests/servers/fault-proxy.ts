import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { Random } from '../fixtures/mail/random.ts';

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
  readonly #target: number;
  readonly #net: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(target: number, options: FaultOptions) {
    this.#target = target;
    this.#options = options;
    this.#random = new Random(options.seed);
    // A half-closed connection is one of the faults.
    this.#net = createServer({ allowHalfOpen: true }, client => this.#connect(client));
  }

  /** @param target port of the server on loopback */
  static async start(target: number, options: FaultOptions): Promise<FaultProxy> {
    const proxy = new FaultProxy(target, options);
    proxy.#net.listen(0, '127.0.0.1');
    await once(proxy.#net, 'listening');
    return proxy;
  }

  get port(): number {
    const address = this.#net.address();
    if (address === null || typeof address === 'string') throw new Error('The proxy is closed');
    return address.port;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise(resolve => this.#net.close(resolve));
  }

  #connect(client: Socket): void {
    const server = connect({ port: this.#target, host: '127.0.0.1', allowHalfOpen: true });
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      this.#sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => other.destroy());
      socket.once('close', () => {
        this.#sockets.delete(socket);
        other.destroy();
      });
    }
    client.pipe(server);
    this.#forward(server, client);
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
