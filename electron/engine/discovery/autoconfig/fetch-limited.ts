import { request } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPrivateAddress } from '../../session/transport/private-address.ts';

/** Bytes; the longest real file is a tenth of it. */
const largest = 100_000;
const mostRedirects = 3;

/** What an answer came to, where it is none that can be used. */
export type FetchFailure = 'not-found' | 'unreachable' | 'not-trusted' | 'refused';

export interface FetchOptions {
  readonly signal: AbortSignal;
  /** In the place of 443. */
  readonly port?: number | undefined;
  readonly lookup?: LookupFunction | undefined;
  /** PEM texts of the authorities that are trusted in the place of the system's. */
  readonly ca?: readonly string[] | undefined;
  /** In the place of the usual private networks. */
  readonly isPrivate?: typeof isPrivateAddress | undefined;
}

interface Answer {
  readonly status: number;
  readonly location: string | undefined;
  readonly body: string;
  readonly isPrivate: boolean;
}

/**
 * The text at an https address whose certificate holds. Redirects lead to https alone, by name, to the same port, three
 * at most, and never from a public server into a private network. Cookies, a name of this program or anything else
 * of the person are not sent.
 * @param host a name, ASCII
 * @param path with the slash
 */
export async function fetchLimited(
  host: string,
  path: string,
  options: FetchOptions,
): Promise<{ text: string } | { failure: FetchFailure }> {
  const { port = 443 } = options;
  let url: URL = new URL(`https://${host}:${port}${path}`);
  let cameFromPublic = false;
  try {
    for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
      const { status, location, body, isPrivate } = await get(url, options, cameFromPublic);
      cameFromPublic ||= !isPrivate;
      if (status === 200) return { text: body };
      if (status < 300 || status > 399 || location === undefined) return { failure: 'not-found' };
      const next = redirected(url, location, port);
      if (next === undefined) return { failure: 'refused' };
      url = next;
    }
    return { failure: 'refused' };
  } catch (error) {
    return { failure: failureOf(error) };
  }
}

function redirected(from: URL, location: string, port: number): URL | undefined {
  const url = URL.canParse(location, from.href) ? new URL(location, from.href) : undefined;
  if (url === undefined || url.protocol !== 'https:') return undefined;
  if (url.username !== '' || url.password !== '') return undefined;
  if (url.hostname.startsWith('[') || isIP(url.hostname) !== 0) return undefined;
  return Number(url.port || 443) === port ? url : undefined;
}

function get(url: URL, options: FetchOptions, cameFromPublic: boolean): Promise<Answer> {
  const { signal, lookup, ca, isPrivate = isPrivateAddress } = options;
  return new Promise((resolve, reject) => {
    const asked = request(url, {
      ...(lookup && { lookup }),
      ...(ca && { ca: [...ca] }),
      signal,
      agent: false,
      headers: { accept: 'text/xml, application/xml', 'accept-encoding': 'identity' },
    });
    asked.on('error', reject).on('socket', socket =>
      // Before it connects: a stranger must not send us into a private network.
      socket.on('lookup', (_error, ip) => {
        if (cameFromPublic && isPrivate(ip)) asked.destroy(new Refusal());
      }),
    );
    asked.on('response', response => {
      const wasPrivate = isPrivate(response.socket.remoteAddress);
      const chunks: Buffer[] = [];
      let length = 0;
      response.on('error', reject).on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length > largest) asked.destroy(new Refusal());
        else chunks.push(chunk);
      });
      response.on('end', () => {
        const { statusCode: status = 0, headers } = response;
        const body = Buffer.concat(chunks).toString('utf8');
        resolve({ status, location: headers.location, body, isPrivate: wasPrivate });
      });
    });
    asked.end();
  });
}

class Refusal extends Error {}

function failureOf(error: unknown): FetchFailure {
  if (error instanceof Refusal) return 'refused';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOTFOUND' || code === 'ENODATA') return 'not-found';
  return /CERT|ISSUER|SIGNATURE|ALTNAME/.test(code) ? 'not-trusted' : 'unreachable';
}
