import { readLines } from '../disk/read-lines.ts';
import { type IndexedText, type IndexRow, parseIndexRow } from '../index/index-row.ts';
import type { FilePlace, Layout } from '../layout/layout.ts';
import { compareFiles, type ShelvedMessage } from './shelf.ts';

/** A list as an earlier run wrote it, read beside the one that is being written: both are in the same order. */
export class FormerRows {
  readonly #rows: Iterator<string>;
  readonly #layout: Layout;
  #row: IndexRow | undefined;
  #place: FilePlace | undefined;

  /** @param path undefined where there is none */
  constructor(path: string | undefined, layout: Layout) {
    this.#rows = path === undefined ? [].values() : readLines(path);
    this.#layout = layout;
    this.#next();
  }

  /** To be asked in the order of the list. @returns undefined where it does not have the same file */
  textOf({ mailbox, place, record }: ShelvedMessage): IndexedText | undefined {
    while (this.#isBefore(mailbox, place)) this.#next();
    const row = this.#row;
    if (row === undefined || row.folder !== mailbox) return undefined;
    const { path, size, sha256 } = record;
    const isSame = row.path === path && row.size === size && row.sha256 === sha256;
    return isSame ? row : undefined;
  }

  /** To be called at the end: it is about to be replaced. */
  close(): void {
    this.#rows.return?.();
  }

  #isBefore(mailbox: string, place: FilePlace): boolean {
    if (this.#row === undefined || this.#place === undefined) return false;
    if (this.#row.folder !== mailbox) return this.#row.folder < mailbox;
    return compareFiles(this.#place, place) < 0;
  }

  /** What is no row, as the heading, is passed over. */
  #next(): void {
    this.#row = undefined;
    for (let step = this.#rows.next(); !step.done; step = this.#rows.next()) {
      const row = parseIndexRow(step.value.replace(/\r$/, ''));
      const place = row && this.#layout.placeOf(row.path);
      if (place === undefined) continue;
      this.#row = row;
      this.#place = place;
      return;
    }
  }
}
