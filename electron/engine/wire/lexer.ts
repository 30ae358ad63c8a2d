import type { Frame, Literal } from './frame.ts';
import { limits } from './limits.ts';
import { octetText } from './octet-text.ts';
import { UnexpectedInput } from './unexpected-input.ts';

const maxNumber = 2 ** 32 - 1;
/** Mod-sequences (RFC 7162 section 7) and number64 (RFC 9051 section 9). */
const maxNumber63 = 2n ** 63n - 1n;

const [SPACE, QUOTE, OPENING, CLOSING, BRACE, TILDE] = [0x20, 0x22, 0x28, 0x29, 0x7b, 0x7e];
const [ZERO, NINE, BACKSLASH] = [0x30, 0x39, 0x5c];
const [NUL, TAB] = [0x00, 0x09];

/** Octets that may stand in an atom, `]` included as in ASTRING-CHAR; 8-bit ones are tolerated. */
const atomCharacters = Array.from({ length: 256 }, (_, octet) => {
  return octet > 0x20 && octet !== 0x7f && !'(){%*"\\'.includes(String.fromCharCode(octet));
});

function isBlank(octet: number): boolean {
  return octet === SPACE || octet === NUL || octet === TAB;
}

/**
 * A cursor over one response. `x()` takes an x when one is next and says undefined (or false)
 * otherwise; `expectX()` throws {@link UnexpectedInput}. Text is held as one character an octet.
 */
export class Lexer {
  readonly #frame: Frame;
  #segment = 0;
  #text: string;
  #position = 0;
  #depth = 0;

  constructor(frame: Frame) {
    this.#frame = frame;
    this.#text = frame.segments[0]?.toString('latin1') ?? '';
  }

  get done(): boolean {
    return this.#position >= this.#text.length && this.#segment === this.#frame.literals.length;
  }

  /** The octet that is next (NaN at the end of a segment), without taking it. */
  get next(): number {
    return this.#text.charCodeAt(this.#position);
  }

  fail(expected: string): never {
    throw new UnexpectedInput(expected, this.#segment, this.#position);
  }

  /** Takes one ASCII character. */
  take(character: string): boolean {
    if (this.next !== character.charCodeAt(0)) return false;
    this.#position++;
    return true;
  }

  expect(character: string): void {
    if (!this.take(character)) this.fail(`"${character}"`);
  }

  /** Takes one space or several: some servers double them, or put NULs and tabs there. */
  space(): boolean {
    const start = this.#position;
    while (isBlank(this.next)) this.#position++;
    return this.#position > start;
  }

  expectSpace(): void {
    if (!this.space()) this.fail('a space');
  }

  /** `1*ASTRING-CHAR`, RFC 9051 section 9 */
  atom(): string | undefined {
    const start = this.#position;
    while (atomCharacters[this.next]) this.#position++;
    return this.#from(start);
  }

  expectAtom(what: string): string {
    return this.atom() ?? this.fail(what);
  }

  /** Whatever stands before the next space, parenthesis or end: flags, capabilities, unknown values. */
  word(): string | undefined {
    const start = this.#position;
    for (let octet = this.next; octet >= 0; octet = this.next) {
      if (isBlank(octet) || octet === OPENING || octet === CLOSING) break;
      this.#position++;
    }
    return this.#from(start);
  }

  /** Whatever stands before the next of these characters or the end of the segment. */
  until(stops: string): string | undefined {
    const start = this.#position;
    while (
      this.#position < this.#text.length &&
      !stops.includes(this.#text.charAt(this.#position))
    ) {
      this.#position++;
    }
    return this.#from(start);
  }

  /** The remaining text of this segment; what is behind a literal is given up. */
  rest(): string {
    const text = this.#text.slice(this.#position);
    this.#segment = this.#frame.literals.length;
    this.#position = this.#text.length;
    return text;
  }

  /** The remaining text of this segment, without taking it. */
  ahead(): string {
    return this.#text.slice(this.#position);
  }

  /** Takes so many octets of this segment, known from `ahead`. */
  skip(octets: number): void {
    this.#position += octets;
  }

  /** `number`, RFC 9051 section 9: up to 2^32−1 */
  number(): number | undefined {
    const start = this.#position;
    let value = 0;
    for (let octet = this.next; octet >= ZERO && octet <= NINE; octet = this.next) {
      value = value * 10 + (octet - ZERO);
      if (value > maxNumber) this.fail('a number below 2^32');
      this.#position++;
    }
    return this.#position > start ? value : undefined;
  }

  expectNumber(): number {
    return this.number() ?? this.fail('a number');
  }

  /** `number64` and `mod-sequence-value`: up to 2^63−1 unless told otherwise */
  expectBigNumber(max = maxNumber63): bigint {
    const start = this.#position;
    while (this.next >= ZERO && this.next <= NINE) this.#position++;
    const digits = this.#from(start) ?? this.fail('a number');
    if (digits.length > limits.digits) this.fail('a number of at most 64 bits');
    const value = BigInt(digits);
    return value <= max ? value : this.fail(`a number up to ${max}`);
  }

  /** `nil`, in any case */
  nil(): boolean {
    const word = this.#text.slice(this.#position, this.#position + 3);
    if (word !== 'NIL' && word.toUpperCase() !== 'NIL') return false;
    if (atomCharacters[this.#text.charCodeAt(this.#position + 3)]) return false;
    this.#position += 3;
    return true;
  }

  /**
   * `quoted`, RFC 9051 section 9. A backslash before anything but `"` and `\` stands for itself.
   * @returns the octets, one character each
   */
  quoted(): string | undefined {
    if (this.next !== QUOTE) return undefined;
    const start = this.#position + 1;
    let end = this.#text.indexOf('"', start);
    while (end >= 0 && this.#isEscaped(end, start)) end = this.#text.indexOf('"', end + 1);
    if (end < 0) this.fail('the end of a quoted string');
    this.#position = end + 1;
    const inner = this.#text.slice(start, end);
    return inner.includes('\\') ? inner.replace(/\\(["\\])/g, '$1') : inner;
  }

  /** `literal` and `literal8`, RFC 9051 section 9 */
  literal(): Literal | undefined {
    if (this.next !== BRACE && this.next !== TILDE) return undefined;
    const brace = this.next === TILDE ? this.#position + 1 : this.#position;
    const literal = this.#frame.literals[this.#segment];
    if (literal === undefined || brace !== this.#text.lastIndexOf('{')) return undefined;
    this.#segment++;
    this.#text = this.#frame.segments[this.#segment]?.toString('latin1') ?? '';
    this.#position = 0;
    return literal;
  }

  /** `string`: its octets, one character each. A literal that went elsewhere is no text. */
  stringOctets(): string | undefined {
    const quoted = this.quoted();
    if (quoted !== undefined) return quoted;
    const literal = this.literal();
    if (literal === undefined) return undefined;
    return literal.kind === 'memory'
      ? literal.bytes.toString('latin1')
      : this.fail('a string of moderate size');
  }

  /** `string` as text: UTF-8 where it is valid, else Latin-1 */
  string(): string | undefined {
    const octets = this.stringOctets();
    return octets === undefined ? undefined : octetText(octets);
  }

  /** `nstring` as text */
  expectNstring(): string | null {
    return this.string() ?? (this.nil() ? null : this.fail('a string or NIL'));
  }

  /** `astring` as text */
  expectAstring(): string {
    return this.string() ?? octetText(this.expectAtom('a string'));
  }

  /**
   * `"(" [item *(SP item)] ")"`, the spaces taken as they come. `item` must take something.
   * @returns false when no list is next
   */
  list(item: () => void): boolean {
    if (this.next !== OPENING) return false;
    if (++this.#depth > limits.depth) this.fail(`at most ${limits.depth} nested lists`);
    this.#position++;
    this.space();
    while (this.next !== CLOSING) {
      const segment = this.#segment;
      const position = this.#position;
      item();
      if (segment === this.#segment && position === this.#position) this.fail('")"');
      this.space();
    }
    this.#position++;
    this.#depth--;
    return true;
  }

  expectList(item: () => void): void {
    if (!this.list(item)) this.fail('"("');
  }

  /**
   * Reads, or stays where it was.
   * @returns whether what `read` wants was there
   */
  attempt(read: () => void): boolean {
    const segment = this.#segment;
    const text = this.#text;
    const position = this.#position;
    const depth = this.#depth;
    try {
      read();
      return true;
    } catch (error) {
      if (!(error instanceof UnexpectedInput)) throw error;
      this.#segment = segment;
      this.#text = text;
      this.#position = position;
      this.#depth = depth;
      return false;
    }
  }

  /** True where a value may end: before a blank, a parenthesis or the end of the segment. */
  get isBetween(): boolean {
    const { next } = this;
    return Number.isNaN(next) || isBlank(next) || next === OPENING || next === CLOSING;
  }

  /** Takes one value of any form: a list, a string or a word. */
  skipValue(): void {
    const taken =
      this.list(() => this.skipValue()) ||
      this.quoted() !== undefined ||
      this.literal() ||
      this.word();
    if (!taken) this.fail('a value');
  }

  /** True where an odd number of backslashes stands before `position`. */
  #isEscaped(position: number, start: number): boolean {
    let backslash = position - 1;
    while (backslash >= start && this.#text.charCodeAt(backslash) === BACKSLASH) backslash--;
    return (position - backslash) % 2 === 0;
  }

  #from(start: number): string | undefined {
    return this.#position > start ? this.#text.slice(start, this.#position) : undefined;
  }
}
