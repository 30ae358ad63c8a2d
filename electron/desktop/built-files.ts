import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

/** What a build of the window consists of. A file of another kind is not handed out. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Strict, and a header: a page cannot say of itself who may frame it. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  'frame-src mailstow-mail:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const headers = {
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** The files of the built window, listed once: no address is ever made into a path. */
export class BuiltFiles {
  readonly #files = new Map<string, { readonly path: string; readonly type: string }>();

  /** @param folder with index.html */
  constructor(folder: string) {
    const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    for (const entry of entries) {
      const type = types[extname(entry)];
      if (type === undefined) continue;
      this.#files.set(`/${entry.split(sep).join('/')}`, { path: join(folder, entry), type });
    }
  }

  /** @returns always; 404 for whatever is not in the list */
  async answer({ method, url }: { method: string; url: string }): Promise<Response> {
    const { host, pathname } = new URL(url);
    const file = this.#files.get(pathname === '/' ? '/index.html' : pathname);
    if (host !== 'app' || method !== 'GET' || file === undefined) return notFound();
    try {
      const content = await readFile(file.path);
      return new Response(content, { headers: { ...headers, 'Content-Type': file.type } });
    } catch {
      return notFound();
    }
  }
}

/** Also of a kind, as every answer: one without would count as HTML. */
export function notFound(): Response {
  return new Response('Not found', {
    status: 404,
    headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8' },
  });
}
