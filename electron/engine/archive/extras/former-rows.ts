import { readLines } from '../disk/read-lines.ts';
import { type IndexedText, type IndexRow, parseIndexRow } from '../index/index-row.ts';
import type { FilePlace, Layout } from '../layout/layout.ts';
import { compareFiles, type ShelvedMessage } from './shelf.ts';

interface FormerRow {
  readonly row: IndexRow;
  /** With its line end. */
  readonly line: string;
  readonly place: FilePlace;
}

/** What an earlier run wrote of a message. */
export interface Former {
  /** From its header, which is the same as long as the file is. */
  readonly text: IndexedText;
  /** The whole row; absent where anything in it is otherwise now. */
  readonly line?: string;
}

/** A list as an earlier run wrote it, read beside the one that is being written: both are in the same order. */
export class FormerRows {
  readonly #lines: Iterator<string>;
  readonly #layout: Layout;
  #next: FormerRow | undefined;

  /** @param path undefined where there is none */
  constructor(path: string | undefined, layout: Layout) {
    this.#lines = path === undefined ? [].values() : readLines(path);
    this.#layout = layout;
    this.#next = this.#read();
  }

  /** To be asked in the order of the list. @returns undefined where it does not have the same file */
  find(message: ShelvedMessage): Former | undefined {
    const { mailbox, place, record, labels } = message;
    while (this.#next !== undefined && isBefore(this.#next, mailbox, place)) {
      this.#next = this.#read();
    }
    if (this.#next === undefined) return undefined;
    const { row, line } = this.#next;
    const { path, size, sha256, flags } = record;
    const isFile = row.path === path && row.size === size && row.sha256 === sha256;
    if (!isFile || row.folder !== mailbox) return undefined;
    const isSame = row.flags === flags.join(' ') && isEqual(row.labels, labels);
    return isSame ? { text: row, line } : { text: row };
  }

  /** To be called at the end: it is about to be replaced. */
  close(): void {
    this.#lines.return?.();
  }

  /** What is no row, as the heading, is passed over. */
  #read(): FormerRow | undefined {
    for (let step = this.#lines.next(); !step.done; step = this.#lines.next()) {
      const row = parseIndexRow(step.value.replace(/\r$/, ''));
      const place = row && this.#layout.placeOf(row.path);
      if (row !== undefined && place !== undefined) return { row, place, line: `${step.value}\n` };
    }
    return undefined;
  }
}

function isBefore({ row, place }: FormerRow, mailbox: string, of: FilePlace): boolean {
  return row.folder === mailbox ? compareFiles(place, of) < 0 : row.folder < mailbox;
}

function isEqual(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((each, at) => each === others[at]);
}
