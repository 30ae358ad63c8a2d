import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MailstowError } from '../../engine/errors.ts';
import type { RedirectForm } from './oauth-provider.ts';
import { type RedirectWords, redirectPage } from './redirect-page.ts';

/** Bytes of an address with its headers: a code may have two thousand, cookies of this computer more. */
const largestHead = 64 * 1024;

/** What an address that came was: the one that is waited for, with how it ended, or somebody else's. */
export type Arrived = 'done' | 'failed' | 'foreign';

/** A server for the redirect of one sign-in, on this computer alone (RFC 8252 section 7.3). */
export interface LoopbackListener {
  readonly redirectUri: string;
  close(): void;
}

/** @param arrived told every address on the way that is ours; what it resolves to is what the page says */
export async function listenForRedirect(
  { host, path }: RedirectForm,
  words: RedirectWords,
  arrived: (address: string) => Promise<Arrived>,
): Promise<LoopbackListener> {
  const server = createServer({ maxHeaderSize: largestHead });
  server.listen(0, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw new MailstowError('cannot-listen-for-sign-in', { cause });
  }
  const { port } = server.address() as AddressInfo;
  const redirectUri = `http://${host}:${port}${path}`;
  const isOurs = ({ method, url = '', headers }: IncomingMessage) =>
    method === 'GET' && headers.host === `${host}:${port}` && url.split('?', 1)[0] === path;
  server.on('request', async (request, response) => {
    if (!isOurs(request)) return answer(response, 404, redirectPage('en', ''));
    const outcome = await arrived(new URL(request.url ?? '', redirectUri).href);
    answer(
      response,
      outcome === 'foreign' ? 400 : 200,
      redirectPage(words.language, words[outcome]),
    );
  });
  return {
    redirectUri,
    close() {
      server.close();
      server.closeIdleConnections();
    },
  };
}

function answer(response: ServerResponse, status: number, page: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    connection: 'close',
  });
  response.end(page);
}
