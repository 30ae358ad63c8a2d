import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** One connection of a {@link RawServer}, driven by the test. */
export class Conversation {
  readonly socket: Socket;
  #received = Buffer.alloc(0);

  constructor(socket: Socket) {
    this.socket = socket;
    socket.on('error', () => {});
    socket.on('data', (chunk: Buffer) => {
      this.#received = Buffer.concat([this.#received, chunk]);
    });
  }

  say(text: string | Buffer): void {
    this.socket.write(text);
  }

  /** The next line the client sends, without its end. */
  async line(): Promise<string> {
    for (;;) {
      const end = this.#received.indexOf('\r\n');
      if (end >= 0)
        return this.#take(end + 2)
          .subarray(0, end)
          .toString('utf8');
      await once(this.socket, 'data');
    }
  }

  /** The next bytes the client sends. */
  async bytes(count: number): Promise<Buffer> {
    while (this.#received.length < count) await once(this.socket, 'data');
    return this.#take(count);
  }

  /** What has arrived and was not asked for yet. */
  get unread(): string {
    return this.#received.toString('utf8');
  }

  #take(count: number): Buffer {
    const taken = this.#received.subarray(0, count);
    this.#received = this.#received.subarray(count);
    return taken;
  }
}

export interface RawServer {
  readonly host: string;
  readonly port: number;
  stop(): Promise<void>;
}

/**
 * A server on loopback that says exactly what the test makes it say.
 * @param talk called for each connection; what it throws hangs up and is thrown again by `stop`
 */
export async function startRawServer(
  talk: (conversation: Conversation) => void | Promise<void>,
  host = '127.0.0.1',
): Promise<RawServer> {
  const sockets = new Set<Socket>();
  const failures: unknown[] = [];
  const server = createServer(socket => {
    sockets.add(socket);
    const talked = async () => talk(new Conversation(socket));
    void talked().catch(failure => {
      failures.push(failure);
      socket.destroy();
    });
  });
  server.listen(0, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    host,
    port,
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
      if (failures.length > 0) throw failures[0];
    },
  };
}
