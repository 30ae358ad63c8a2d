import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** What stands between a client and a server and can be taken away: its port refuses connections then. */
export class Outage {
  readonly #target: number;
  readonly #sockets = new Set<Socket>();
  #listener: Server | undefined;
  #port = 0;

  private constructor(target: number) {
    this.#target = target;
  }

  static async before(target: number): Promise<Outage> {
    const outage = new Outage(target);
    await outage.end();
    return outage;
  }

  /** The same after each outage. */
  get port(): number {
    return this.#port;
  }

  /** Breaks every connection and refuses new ones. */
  async begin(): Promise<void> {
    const listener = this.#listener;
    this.#listener = undefined;
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
    if (listener === undefined) return;
    listener.close();
    await once(listener, 'close');
  }

  async end(): Promise<void> {
    const listener = createServer(client => {
      const server = connect(this.#target, '127.0.0.1');
      for (const socket of [client, server]) {
        this.#sockets.add(socket);
        socket.on('error', () => socket.destroy());
      }
      client.pipe(server).pipe(client);
      client.on('close', () => server.destroy());
      server.on('close', () => client.destroy());
    });
    listener.listen(this.#port, '127.0.0.1');
    await once(listener, 'listening');
    this.#port = (listener.address() as AddressInfo).port;
    this.#listener = listener;
  }
}
