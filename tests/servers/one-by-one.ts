import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/**
 * Stands before a server and makes it one that takes no notice of what is sent ahead of its answers, as
 * some proxies do. Commands without literals only.
 */
export async function ignoringPipelines(
  target: number,
): Promise<{ readonly port: number; readonly ignored: string[]; stop(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const ignored: string[] = [];
  const listener = createServer(client => {
    const server = connect(target, '127.0.0.1');
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
    }
    let unanswered: string | undefined;
    let rest = '';
    client.on('data', chunk => {
      const lines = (rest + chunk.toString('latin1')).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (unanswered === undefined) {
          unanswered = line.split(' ', 1)[0];
          server.write(`${line}\r\n`, 'latin1');
        } else ignored.push(line);
      }
    });
    let answered = '';
    server.on('data', chunk => {
      answered = (answered + chunk.toString('latin1')).slice(-4_096);
      if (answered.includes(`\r\n${unanswered} OK`) || answered.startsWith(`${unanswered} OK`)) {
        unanswered = undefined;
        answered = '';
      }
      client.write(chunk);
    });
    client.on('close', () => server.destroy());
    server.on('close', () => client.destroy());
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  return {
    port: (listener.address() as AddressInfo).port,
    ignored,
    async stop() {
      for (const socket of sockets) socket.destroy();
      listener.close();
      await once(listener, 'close');
    },
  };
}
