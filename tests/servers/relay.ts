import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** What a relay does with a client and the connection to the server that was made for it. */
export type Carry = (client: Socket, server: Socket) => void;

/** Stands on loopback between clients and a server; how bytes go over is the business of who starts it. */
export class Relay {
  readonly #sockets = new Set<Socket>();
  readonly #listener: Server;

  private constructor(target: number, carry: Carry) {
    // One side may have said all and the other not yet.
    this.#listener = createServer({ allowHalfOpen: true }, client => {
      const server = connect({ port: target, host: '127.0.0.1', allowHalfOpen: true });
      this.#hold(client, server);
      this.#hold(server, client);
      carry(client, server);
    });
  }

  /**
   * @param target port of the server on loopback
   * @param port to listen at; absent: any that is free
   */
  static async start(target: number, carry: Carry, port = 0): Promise<Relay> {
    const relay = new Relay(target, carry);
    relay.#listener.listen(port, '127.0.0.1');
    await once(relay.#listener, 'listening');
    return relay;
  }

  get port(): number {
    return (this.#listener.address() as AddressInfo).port;
  }

  /** Breaks every connection and refuses new ones. */
  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise(resolve => this.#listener.close(resolve));
  }

  #hold(socket: Socket, other: Socket): void {
    this.#sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('error', () => other.destroy());
    socket.once('close', () => {
      this.#sockets.delete(socket);
      other.destroySoon();
    });
  }
}
