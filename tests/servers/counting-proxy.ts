import { Relay } from './relay.ts';

/** Stands between clients and a server on loopback and counts what the server sends, TLS and all. */
export interface CountingProxy {
  readonly port: number;
  /** Bytes so far. */
  readonly sent: number;
  stop(): Promise<void>;
}

/** @param target port of the server on 127.0.0.1 */
export async function startCountingProxy(target: number): Promise<CountingProxy> {
  let sent = 0;
  const relay = await Relay.start(target, (client, server) => {
    server.on('data', chunk => {
      sent += chunk.length;
    });
    client.pipe(server).pipe(client);
  });
  return {
    port: relay.port,
    get sent() {
      return sent;
    },
    stop: () => relay.stop(),
  };
}
