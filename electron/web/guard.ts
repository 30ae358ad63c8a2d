import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';

/**
 * Pictures of a message are asked for by its frame, which is of no origin and says so (`Origin: null`). They are found
 * by a token that nobody can guess, are asked for with no cookie, and change nothing.
 */
const picture = /^\/mail\/[0-9a-f]{32}\/image-\d+$/;

/** The names under which this server answers. */
export class Guard {
  readonly #names: ReadonlySet<string>;
  readonly #anyAddress: boolean;

  /**
   * @param names host names, lower case
   * @param anyAddress whether bare addresses are right too: no name can be turned onto those
   */
  constructor(names: readonly string[], anyAddress: boolean) {
    this.#names = new Set(names);
    this.#anyAddress = anyAddress;
  }

  /**
   * Keeps out pages of other origins, and names that an attacker has pointed at this machine.
   * @returns why a request is refused
   */
  refusal(method: string, path: string, { host, origin }: IncomingHttpHeaders): string | undefined {
    if (host === undefined || !this.#isOurs(host)) {
      return 'This server does not answer under that name.';
    }
    const looks = method === 'GET' || method === 'HEAD';
    // A page says where a call comes from; only looking may go without saying.
    if (origin === 'null' && looks && picture.test(path)) return undefined;
    const isOurPage = origin === undefined ? looks : isOf(origin, host);
    return isOurPage ? undefined : 'Requests from other pages are refused.';
  }

  #isOurs(host: string): boolean {
    const [, written, port] = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::(\d{1,5}))?$/i.exec(host) ?? [];
    const name = written?.toLowerCase();
    if (name === undefined || Number(port ?? 0) > 65_535) return false;
    return this.#names.has(name) || (this.#anyAddress && isIP(name.replace(/^\[|\]$/g, '')) !== 0);
  }
}

/** A proxy in front may add TLS, which the browser then knows of and this server does not. */
function isOf(origin: string, host: string): boolean {
  return origin === `http://${host}` || origin === `https://${host}`;
}
