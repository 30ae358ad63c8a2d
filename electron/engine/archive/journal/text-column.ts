/** Bytes of the first piece of memory, few because there may be thousands of tables, and of the largest. */
const leastPiece = 512;
const mostPiece = 256 * 1024;

/** Texts by row, in UTF-8 one behind the other: a text takes its bytes and twelve more, and no object. */
export class TextColumn {
  readonly #pieces: Buffer[] = [];
  /** Bytes used of the last piece. */
  #used = 0;
  /** By row: the number of its piece and one, 0 where there is no text; and where it is in that piece. */
  #piece = new Uint32Array(0);
  #start = new Uint32Array(0);
  #length = new Uint32Array(0);

  set(row: number, text: string): void {
    if (this.get(row) === text) return;
    const length = Buffer.byteLength(text);
    const piece = this.#pieceFor(length);
    piece.write(text, this.#used);
    if (row >= this.#piece.length) this.#grow(Math.max(8, row * 2));
    this.#piece[row] = this.#pieces.length;
    this.#start[row] = this.#used;
    this.#length[row] = length;
    this.#used += length;
  }

  get(row: number): string | undefined {
    const piece = this.#pieces[(this.#piece[row] ?? 0) - 1];
    const start = this.#start[row] ?? 0;
    return piece?.toString('utf8', start, start + (this.#length[row] ?? 0));
  }

  delete(row: number): void {
    if (row < this.#piece.length) this.#piece[row] = 0;
  }

  #pieceFor(length: number): Buffer {
    const last = this.#pieces.at(-1);
    if (last !== undefined && this.#used + length <= last.length) return last;
    const size = Math.min(mostPiece, (last?.length ?? leastPiece / 2) * 2);
    const piece = Buffer.allocUnsafeSlow(Math.max(size, length));
    this.#pieces.push(piece);
    this.#used = 0;
    return piece;
  }

  #grow(rows: number): void {
    this.#piece = enlarged(this.#piece, rows);
    this.#start = enlarged(this.#start, rows);
    this.#length = enlarged(this.#length, rows);
  }
}

function enlarged(column: Uint32Array, rows: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(rows);
  larger.set(column);
  return larger;
}
