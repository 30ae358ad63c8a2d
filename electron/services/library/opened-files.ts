import { closeSync, constants, realpathSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { CatalogPlace, PlacedMessage } from '../../engine/catalog/catalog-calls.ts';
import { MailstowError } from '../../engine/errors.ts';
import { openRegular } from '../../engine/regular-file.ts';

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

  /** What is known of them, in their order. @throws MailstowError as {@link place} does */
  placed(ids: readonly number[]): PlacedMessage[] {
    return ids.flatMap(id => {
      const place = this.place(id);
      return place === undefined ? [] : [{ ...place, id, subject: basename(place.path) }];
    });
  }

  /**
   * @returns undefined for a number that is not known
   * @throws MailstowError where the file cannot be read or is none
   */
  place(messageId: number): CatalogPlace | undefined {
    const named = this.#paths.get(messageId);
    if (named === undefined) return undefined;
    try {
      // Of an archive no link is followed; a person may have one to their own file.
      const path = realpathSync(named);
      closeSync(openRegular(path, constants.O_RDONLY));
      return { path, headersOnly: false, date: Math.trunc(statSync(path).mtimeMs) };
    } catch (cause) {
      if (cause instanceof MailstowError) throw cause;
      throw new MailstowError('opened-file-unreadable', { args: { path: named }, cause });
    }
  }
}
