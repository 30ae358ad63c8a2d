import type { Socket } from 'node:net';
import { Relay } from './relay.ts';

/** What stands between a client and a server, holds back what the server sends at some point, and breaks every connection. */
export interface HeldLine {
  readonly port: number;
  /** Connections that stand. */
  readonly standing: number;
  /** Connections so far. */
  readonly connections: number;
  /** There once so many connections were sent so much that nothing more is let through. */
  readonly held: Promise<void>;
  /** Breaks all connections; later ones are held no more. */
  cut(): void;
  stop(): Promise<void>;
}

/**
 * @param target port of the server on 127.0.0.1
 * @param bytes of the server that are let through on each connection
 * @param wanted connections that are held in the end
 */
export async function startHeldLine(
  target: number,
  bytes: number,
  wanted: number,
): Promise<HeldLine> {
  const { promise: held, resolve } = Promise.withResolvers<void>();
  const clients = new Set<Socket>();
  let connections = 0;
  let heldNow = 0;
  let isFree = false;
  const relay = await Relay.start(target, (client, server) => {
    connections += 1;
    clients.add(client);
    client.once('close', () => clients.delete(client));
    client.pipe(server);
    server.once('end', () => client.end());
    let left = bytes;
    server.on('data', chunk => {
      left -= chunk.length;
      if (left >= 0 || isFree) {
        client.write(chunk);
        return;
      }
      server.pause();
      heldNow += 1;
      if (heldNow === wanted) resolve();
    });
  });
  return {
    port: relay.port,
    held,
    get standing() {
      return clients.size;
    },
    get connections() {
      return connections;
    },
    cut() {
      isFree = true;
      for (const client of clients) client.destroy();
    },
    stop: () => relay.stop(),
  };
}
