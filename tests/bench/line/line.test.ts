import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { RawClient } from '../../servers/raw-client.ts';
import { startLine } from './line.ts';

test('a line delays, keeps the order, and counts bytes and round trips', async () => {
  const server = createServer(socket => {
    socket.write('* OK\r\n');
    socket.on('data', data => socket.write(data));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const line = await startLine((server.address() as AddressInfo).port, 60);
  const client = RawClient.connect(line.port);
  try {
    await client.line();
    const start = performance.now();
    client.write('a\r\n');
    client.write('b\r\n');
    expect(await client.until(text => text.includes('b'))).toBe('a\r\nb\r\n');
    expect(performance.now() - start).toBeGreaterThan(58);
    client.write('c\r\n');
    await client.line();
    // Greeting, then three lines there and back; connecting, two questions.
    expect(await line.traffic()).toEqual({ bytes: 6 + 2 * 9, roundTrips: 3 });
    expect(await line.traffic()).toEqual({ bytes: 0, roundTrips: 0 });
  } finally {
    client.end();
    await line.stop();
    server.close();
  }
});

test('a narrow line carries so much a second, and all of it', async () => {
  const bytes = Buffer.alloc(400_000, 'x');
  const server = createServer(socket => socket.end(bytes)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const line = await startLine((server.address() as AddressInfo).port, 2, 1_000_000);
  const start = performance.now();
  try {
    const got = await new Promise<number>((resolve, reject) => {
      let count = 0;
      const socket = connect(line.port, '127.0.0.1');
      socket.on('data', chunk => {
        count += chunk.length;
      });
      socket.on('error', reject).on('end', () => resolve(count));
    });
    expect(got).toBe(bytes.length);
    expect(performance.now() - start).toBeGreaterThan(390);
  } finally {
    await line.stop();
    server.close();
  }
});
