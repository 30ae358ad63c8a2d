/** Characters of a file that are found. */
const most = 1_000_000;
/** Milliseconds after which what has been read has to do: half of what the reader is given. */
const longest = 10_000;

/** The words of a file as they are read, up to a limit of length and time. */
export class Words {
  readonly #until = performance.now() + longest;
  #pieces: string[] = [];
  #length = 0;
  #isCut = false;
  #isLeftBehind = false;

  /** As it stands: what comes next belongs to the same word. */
  add(text: string): void {
    const room = most - this.#length;
    if (text.length > room) this.#isCut = true;
    const piece = text.length > room ? text.slice(0, Math.max(0, room)) : text;
    if (piece === '') return;
    this.#pieces.push(piece);
    this.#length += piece.length;
    if (this.#pieces.length > 10_000) this.#pieces = [this.#pieces.join('')];
  }

  /** A line of its own. */
  line(text: string): void {
    if (text === '') return;
    this.add(text);
    this.add('\n');
  }

  /** Nothing more need be read: asked between the parts of a file. */
  get isFull(): boolean {
    if (this.#length < most && performance.now() < this.#until) return false;
    this.#isCut = true;
    return true;
  }

  /** Something is left out. */
  cut(): void {
    this.#isCut = true;
  }

  /** A library goes on with what nobody waits for any more. */
  leaveBehind(): void {
    this.#isLeftBehind = true;
  }

  get isLeftBehind(): boolean {
    return this.#isLeftBehind;
  }

  get isCut(): boolean {
    return this.#isCut;
  }

  get isEmpty(): boolean {
    return this.#pieces.every(piece => piece.trim() === '');
  }

  get text(): string {
    const lines = this.#pieces.join('').split('\n');
    return lines
      .map(line => line.trimEnd())
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
  }
}
