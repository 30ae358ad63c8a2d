import { randomBytes } from 'node:crypto';
import type { Deliverable } from '../services/host.ts';

/** Each holds a way to a file, not the file; this many can wait to be fetched. */
const mostWaiting = 100;

/** Files that a browser may fetch, each under an address that nobody can guess. */
export class Downloads {
  readonly #waiting = new Map<string, Deliverable>();

  /** @returns its path on the server */
  offer(file: Deliverable): string {
    const [oldest] = this.#waiting.keys();
    if (oldest !== undefined && this.#waiting.size >= mostWaiting) this.#waiting.delete(oldest);
    const id = randomBytes(16).toString('base64url');
    this.#waiting.set(id, file);
    return `/download/${id}`;
  }

  find(id: string): Deliverable | undefined {
    return this.#waiting.get(id);
  }
}

/** A Content-Disposition that keeps the name, as far as a header can (RFC 6266 section 4, RFC 8187). */
export function disposition(name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%/]/g, '_');
  const encoded = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*!]/g,
    each => `%${each.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
