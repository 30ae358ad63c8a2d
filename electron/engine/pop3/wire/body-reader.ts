/** Takes the octets of a message as they come. Structurally the archive's ByteSink. */
export interface BodyTarget {
  /** The octets are only valid during the call. */
  write(octets: Buffer): void;
}

const dot = 0x2e;
const cr = 0x0d;
const lf = 0x0a;
const lineFeedAndDot = Buffer.of(lf, dot);
const oneDot = Buffer.of(dot);
const dotAndReturn = Buffer.of(dot, cr);

type State = 'line start' | 'dot' | 'dot and return' | 'inside' | 'over';

/**
 * Reads one multi-line answer that is a message (RFC 1939 section 3): what lines are stuffed with is taken out, and the
 * line that is one dot ends it. Nothing else is changed.
 *
 * A line of the answer ends as its first one does: where that is CRLF, a lone LF is a part of the message, and a dot
 * behind it ends nothing; where it is LF, the server knows no other end.
 */
export class BodyReader {
  readonly #target: BodyTarget;
  #state: State = 'line start';
  #endsInReturn: boolean | undefined;
  /** The octet before those of the next call. */
  #last = 0;

  constructor(target: BodyTarget) {
    this.#target = target;
  }

  /** The dot that ends it has come. */
  get isOver(): boolean {
    return this.#state === 'over';
  }

  /**
   * @param from where its octets begin in the chunk
   * @returns where the next answer begins; the length of the chunk where this one goes on
   */
  push(chunk: Buffer, from: number): number {
    let at = from;
    while (at < chunk.length && this.#state !== 'over') at = this.#step(chunk, at);
    return at;
  }

  #step(chunk: Buffer, at: number): number {
    const octet = chunk[at];
    switch (this.#state) {
      case 'line start':
        this.#state = octet === dot ? 'dot' : 'inside';
        return octet === dot ? at + 1 : at;
      case 'dot':
        if (octet === cr) {
          this.#state = 'dot and return';
          return at + 1;
        }
        if (octet === lf) {
          this.#state = 'over';
          return at + 1;
        }
        // Two are one. A server that stuffs nothing sends ".x", which one that does never could: that dot stays.
        if (octet !== dot) this.#give(oneDot);
        this.#state = 'inside';
        return at;
      case 'dot and return':
        if (octet === lf) {
          this.#state = 'over';
          return at + 1;
        }
        this.#give(dotAndReturn);
        this.#state = 'inside';
        return at;
      default:
        return this.#inside(chunk, at);
    }
  }

  /** As far as nothing at the start of a line has to be looked at. */
  #inside(chunk: Buffer, at: number): number {
    this.#learnLineEnd(chunk, at);
    const found = chunk.indexOf(lineFeedAndDot, at);
    const end = found < 0 ? chunk.length : found + 1;
    const octets = chunk.subarray(at, end);
    const isLineEnd = octets.at(-1) === lf && this.#isLineEnd(octets);
    this.#give(octets);
    if (isLineEnd) this.#state = 'line start';
    else if (found >= 0) {
      // Behind a lone LF a dot is like any other octet.
      this.#give(oneDot);
      return end + 1;
    }
    return end;
  }

  #learnLineEnd(chunk: Buffer, at: number): void {
    if (this.#endsInReturn !== undefined) return;
    const first = chunk.indexOf(lf, at);
    if (first < 0) return;
    const before = first === at ? this.#last : chunk[first - 1];
    this.#endsInReturn = before === cr;
  }

  #isLineEnd(octets: Buffer): boolean {
    const before = octets.length > 1 ? octets.at(-2) : this.#last;
    return this.#endsInReturn !== true || before === cr;
  }

  #give(octets: Buffer): void {
    this.#last = octets.at(-1) ?? this.#last;
    this.#target.write(octets);
  }
}
