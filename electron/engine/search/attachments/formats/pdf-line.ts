import type { Words } from './words.ts';

/** A piece of text on a page: a word, a line or a single letter. */
interface Piece {
  readonly str: string;
  readonly dir: string;
  /** The fifth number is how far from the left it stands. */
  readonly transform: readonly number[];
  readonly hasEOL: boolean;
}

/** Arabic letters in the shape that they have in a word. */
const shaped = /[\uFB50-\uFDFF\uFE70-\uFEFC]+/g;

/**
 * Puts the pieces of lines into the order in which they are read: each holds its own letters in order, but pieces that
 * are read from right to left may come from left to right, as Chromium writes Arabic letter by letter.
 */
export class PdfLine {
  readonly #words: Words;
  #leftwards: Piece[] = [];
  #blanks: Piece[] = [];

  constructor(words: Words) {
    this.#words = words;
  }

  add(piece: Piece): void {
    const isBlank = piece.str.trim() === '';
    if (isBlank && this.#leftwards.length > 0) this.#blanks.push(piece);
    else if (piece.dir === 'rtl') {
      this.#leftwards.push(...this.#blanks, piece);
      this.#blanks = [];
    } else {
      this.end();
      this.#words.add(piece.str);
    }
    if (!piece.hasEOL) return;
    this.end();
    this.#words.add('\n');
  }

  /** Nothing comes that belongs to what has come. */
  end(): void {
    const [pieces, blanks] = [this.#leftwards, this.#blanks];
    if (isRightwards(pieces)) pieces.reverse();
    for (const { str } of [...pieces, ...blanks]) this.#words.add(str.replace(shaped, letters));
    this.#leftwards = [];
    this.#blanks = [];
  }
}

function isRightwards(pieces: readonly Piece[]): boolean {
  return leftOf(pieces.at(-1)) > leftOf(pieces[0]);
}

function leftOf(piece: Piece | undefined): number {
  return piece?.transform[4] ?? 0;
}

function letters(shapes: string): string {
  return shapes.normalize('NFKC');
}
