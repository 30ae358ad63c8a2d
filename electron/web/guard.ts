import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import { Refusal } from './refusal.ts';

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
   * @throws Refusal 403
   */
  check(method: string, path: string, { host, origin }: IncomingHttpHeaders): void {
    if (host === undefined || !this.#isOurs(host)) {
      throw new Refusal(403, 'This server does not answer under that name.');
    }
    const looks = method === 'GET' || method === 'HEAD';
    // A page says where a call comes from; only looking may go without saying.
    if (origin === 'null' && looks && picture.test(path)) return;
    if (origin === undefined ? !looks : !isOf(origin, host)) {
      throw new Refusal(403, 'Requests of other pages are not answered.');
    }
  }

  #isOurs(host: string): boolean {
    const name = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(:\d{1,5})?$/i.exec(host)?.[1]?.toLowerCase();
    if (name === undefined) return false;
    return this.#names.has(name) || (this.#anyAddress && isIP(name.replace(/^\[|\]$/g, '')) !== 0);
  }
}

/** A proxy in front may add TLS, which the browser then knows of and this server does not. */
function isOf(origin: string, host: string): boolean {
  return origin === `http://${host}` || origin === `https://${host}`;
}
