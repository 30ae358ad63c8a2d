import type { Socket } from 'node:net';
import { Relay } from '../../servers/relay.ts';

/** A relay to a server on loopback whose connections are cut when the test says so. */
export class CutLine {
  readonly #sockets = new Set<Socket>();
  #relay: Relay | undefined;
  /** Connections that were made so far. */
  connections = 0;

  static async before(target: number): Promise<CutLine> {
    const line = new CutLine();
    line.#relay = await Relay.start(target, (client, server) => {
      line.connections += 1;
      line.#sockets.add(client);
      client.once('close', () => line.#sockets.delete(client));
      client.pipe(server);
      server.pipe(client);
    });
    return line;
  }

  get port(): number {
    if (this.#relay === undefined) throw new Error('The line is closed');
    return this.#relay.port;
  }

  cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  async stop(): Promise<void> {
    await this.#relay?.stop();
  }
}
