import { createReadStream, truncateSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { noLog } from '../../electron/log/log.ts';
import { noVault } from '../../electron/services/accounts/vault.ts';
import { App } from '../../electron/services/app.ts';
import { BrowserHost } from '../../electron/web/browser-host.ts';
import { Downloads } from '../../electron/web/downloads.ts';
import { Guard } from '../../electron/web/guard.ts';
import { Listeners } from '../../electron/web/listeners.ts';
import { routesOf } from '../../electron/web/routes.ts';
import { Sessions } from '../../electron/web/sign-in/sessions.ts';
import { WebServer } from '../../electron/web/web-server.ts';
import { temporaryFolder } from '../services/accounts/a-profile.ts';

const mega = 1_000_000;
const large = 200 * mega;

/** A server that has one file to be downloaded. @returns how a signed-in browser asks for it */
async function withDownload(open: () => Readable) {
  const userData = temporaryFolder();
  const web = await WebServer.listen('127.0.0.1', 0);
  const downloads = new Downloads();
  const host = new BrowserHost(downloads, 'en');
  const app = new App({ userData, host, vault: noVault, roots: [userData], log: noLog });
  const sessions = new Sessions(web.port);
  const listeners = new Listeners(app, sessions);
  const files = new Map();
  web.serve(
    new Guard(['127.0.0.1'], false),
    routesOf({
      app,
      files,
      downloads,
      sessions,
      listeners,
      links: { spend: () => false, entered: () => undefined },
      signIn: undefined,
    }),
  );
  onTestFinished(async () => {
    listeners.close();
    await app.close();
    await web.close();
  });
  const path = downloads.offer({ name: 'large.bin', type: 'text/html', dangerous: false, open });
  const headers = { Cookie: sessions.begin().split(';')[0] };
  return (method = 'GET') =>
    request({ host: '127.0.0.1', port: web.port, path, method, headers, agent: false }).end();
}

/** A file without content that takes no room. */
function largeFile(): string {
  const path = join(temporaryFolder(), 'large');
  writeFileSync(path, '');
  truncateSync(path, large);
  return path;
}

test('200 MB arrive whole and are never held', { timeout: 60_000 }, async () => {
  const file = largeFile();
  const ask = await withDownload(() => createReadStream(file));
  const before = process.memoryUsage().rss;
  let received = 0;
  let most = 0;
  const { promise: ended, resolve, reject } = Promise.withResolvers<void>();
  ask().on('response', response => {
    expect(response.headers['content-type']).toBe('application/octet-stream');
    response.on('data', (chunk: Buffer) => {
      received += chunk.length;
      most = Math.max(most, process.memoryUsage.rss());
    });
    response.on('end', resolve).on('error', reject);
  });
  await ended;
  expect(received).toBe(large);
  // Both ends are in this process.
  expect(most - before).toBeLessThan(100 * mega);
});

test('a client that does not read is not read for, and one that goes away ends the reading', async () => {
  const { promise: opened, resolve: open } = Promise.withResolvers<Readable>();
  let pieces = 0;
  const ask = await withDownload(() => {
    const source = new Readable({
      read() {
        pieces += 1;
        this.push(Buffer.alloc(mega));
      },
    });
    open(source);
    return source;
  });
  const asking = ask();
  asking.on('error', () => undefined);
  const source = await opened;
  const paused = new Promise(resolve => asking.on('response', resolve));
  await paused;
  // The socket is full: nothing is read any more until it has room.
  const stopped = await untilStill(() => pieces);
  expect(stopped).toBeLessThan(50);
  const closed = new Promise(resolve => source.once('close', resolve));
  asking.destroy();
  await closed;
  expect(source.destroyed).toBe(true);
});

/** The value of a counter that several turns of the event loop do not change. */
async function untilStill(count: () => number): Promise<number> {
  for (let [last, same] = [-1, 0]; ; last = count()) {
    await new Promise(resolve => setImmediate(resolve));
    same = count() === last ? same + 1 : 0;
    if (same > 1_000) return last;
  }
}

test('what fails midway ends the connection, and puts no word of it into the file', async () => {
  const ask = await withDownload(() =>
    Readable.from(
      (async function* () {
        yield 'begun';
        throw new Error('a secret reason');
      })(),
    ),
  );
  let text = '';
  const { promise: ended, resolve } = Promise.withResolvers<NodeJS.ErrnoException>();
  ask().on('response', response => {
    response.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    response.on('error', resolve);
  });
  expect((await ended).code).toBe('ECONNRESET');
  expect('begun'.startsWith(text)).toBe(true);
});

test('HEAD opens nothing', async () => {
  let isOpened = false;
  const ask = await withDownload(() => {
    isOpened = true;
    return Readable.from(['content']);
  });
  const { promise, resolve } = Promise.withResolvers<number | undefined>();
  ask('HEAD').on('response', response => {
    response.resume().on('end', () => resolve(response.statusCode));
  });
  expect(await promise).toBe(200);
  expect(isOpened).toBe(false);
});
