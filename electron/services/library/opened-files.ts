import { statSync } from 'node:fs';
import type { CatalogPlace } from '../../engine/catalog/catalog-calls.ts';

/** Files that stay known; what was opened before them can be opened again. */
const most = 100;

/** Messages that a person opened from outside: files of any folder, which belong to no account. */
export class OpenedFiles {
  readonly #paths = new Map<number, string>();
  #last = 0;

  /** @param path absolute @returns the number by which the window asks for it */
  open(path: string): number {
    this.#last += 1;
    this.#paths.set(this.#last, path);
    this.#paths.delete(this.#last - most);
    return this.#last;
  }

  /** What can be read of it is found out by reading it. @returns undefined for a number that is not known */
  place(messageId: number): CatalogPlace | undefined {
    const path = this.#paths.get(messageId);
    if (path === undefined) return undefined;
    const changed = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    return { path, headersOnly: false, date: Math.trunc(changed) };
  }
}
