import { readFile } from 'node:fs/promises';
import { builtWindow, type WindowFile } from '../services/window/built-window.ts';
import { windowHeaders } from '../services/window/window-headers.ts';
import { mailScheme } from './addresses.ts';

const headers = windowHeaders(`${mailScheme}:`);

/** The files of the built window, read when they are asked for. */
export class BuiltFiles {
  readonly #files: ReadonlyMap<string, WindowFile>;

  /** @param folder with index.html */
  constructor(folder: string) {
    this.#files = builtWindow(folder);
  }

  /** @returns always; 404 for whatever is not in the list */
  async answer({ method, url }: { method: string; url: string }): Promise<Response> {
    const { host, pathname } = new URL(url);
    const file = this.#files.get(pathname);
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
