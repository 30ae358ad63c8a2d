/** What is told of the one literal in each response of a FETCH. */
export interface LiteralTaker {
  /** @param line the line up to and with `{bytes}` */
  begin(line: string): void;
  piece(bytes: Buffer): void;
  end(): void;
}

/** Finds the literals in answers that come in pieces; lines between them are looked at no further. */
export class Literals {
  readonly #taker: LiteralTaker;
  #line = '';
  #left = 0;

  constructor(taker: LiteralTaker) {
    this.#taker = taker;
  }

  readonly take = (chunk: Buffer): void => {
    let at = 0;
    while (at < chunk.length) at = this.#left > 0 ? this.#bytes(chunk, at) : this.#text(chunk, at);
  };

  #bytes(chunk: Buffer, at: number): number {
    const piece = chunk.subarray(at, at + this.#left);
    this.#taker.piece(piece);
    this.#left -= piece.length;
    if (this.#left === 0) this.#taker.end();
    return at + piece.length;
  }

  #text(chunk: Buffer, at: number): number {
    const end = chunk.indexOf(0x0a, at) + 1 || chunk.length;
    this.#line += chunk.toString('latin1', at, end);
    if (!this.#line.endsWith('\n')) return end;
    const announced = /\{(\d+)\}\r\n$/.exec(this.#line);
    if (announced !== null) {
      this.#left = Number(announced[1]);
      this.#taker.begin(this.#line);
      if (this.#left === 0) this.#taker.end();
    }
    this.#line = '';
    return end;
  }
}
