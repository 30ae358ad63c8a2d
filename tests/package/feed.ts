import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What was asked of a feed. */
interface Asked {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/** Offers a new version, as whoever publishes one does. */
export interface Feed {
  readonly address: string;
  readonly asked: Asked[];
  /** What is announced: its sum may be that of something else. */
  announce(version: string, content: string, sumOf?: string): void;
  stop(): Promise<void>;
}

export async function startFeed(): Promise<Feed> {
  const asked: Asked[] = [];
  const files = new Map<string, string>();
  const server = createServer(({ url = '/', headers }, response) => {
    const { pathname } = new URL(url, 'http://127.0.0.1');
    asked.push({ path: pathname, headers });
    const content = files.get(pathname);
    response.statusCode = content === undefined ? 404 : 200;
    response.end(content);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/updates/`,
    asked,
    announce(version, content, sumOf = content) {
      const name = `Mailstow-${version}-linux-x86_64.AppImage`;
      const sha512 = createHash('sha512').update(sumOf).digest('base64');
      files.set(`/updates/${name}`, content);
      files.set(
        '/updates/latest-linux.yml',
        [
          `version: ${version}`,
          'files:',
          `  - url: ${name}`,
          `    sha512: ${sha512}`,
          `    size: ${Buffer.byteLength(content)}`,
          `path: ${name}`,
          `sha512: ${sha512}`,
          "releaseDate: '2026-01-01T00:00:00.000Z'",
          '',
        ].join('\n'),
      );
    },
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
