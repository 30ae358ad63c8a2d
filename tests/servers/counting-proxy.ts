import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Stands between clients and a server on loopback and counts what the server sends, TLS and all. */
export interface CountingProxy {
  readonly port: number;
  /** Bytes so far. */
  readonly sent: number;
  stop(): Promise<void>;
}

/** @param target port of the server on 127.0.0.1 */
export async function startCountingProxy(target: number): Promise<CountingProxy> {
  const sockets = new Set<Socket>();
  let sent = 0;
  const listener = createServer(client => {
    const server = connect(target, '127.0.0.1');
    server.on('data', chunk => {
      sent += chunk.length;
    });
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.once('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  return {
    port,
    get sent() {
      return sent;
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise(resolve => listener.close(resolve));
    },
  };
}
