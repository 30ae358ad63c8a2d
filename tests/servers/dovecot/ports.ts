import { createServer, type Server } from 'node:net';
import { networkInterfaces } from 'node:os';

/** Whether this machine has ::1. */
export function hasIpv6Loopback(): boolean {
  return Object.values(networkInterfaces())
    .flat()
    .some(each => each?.address === '::1');
}

/** Two ports that are free on every loopback address now; another process may still be quicker. */
export async function freePorts(): Promise<[number, number]> {
  const held: Server[] = [];
  try {
    return [await holdOne(held), await holdOne(held)];
  } finally {
    await Promise.all(held.map(each => new Promise(resolve => each.close(resolve))));
  }
}

/** Bound to all loopback addresses at once through `::` where there is IPv6. */
function holdOne(held: Server[]): Promise<number> {
  const server = createServer();
  held.push(server);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, hasIpv6Loopback() ? '::' : '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('No port'));
      else resolve(address.port);
    });
  });
}
