/** What is written in a group that begins with one of these is no text of the document. */
const hidden = new Set([
  ...['fonttbl', 'colortbl', 'stylesheet', 'info', 'pict', 'objdata', 'fldinst', 'themedata'],
  ...['datastore', 'listtable', 'listoverridetable', 'revtbl', 'rsidtbl', 'generator', 'filetbl'],
  ...[
    'nonshppict',
    'blipuid',
    'bkmkstart',
    'bkmkend',
    'xmlnstbl',
    'latentstyles',
    'listtext',
    'sp',
  ],
]);
/** Text all the same, although other programs may pass over it. */
const shown = new Set(['shptxt', 'annotation', 'result', 'footnote']);

/** The code pages of fonts' character sets. */
const pages: ReadonlyMap<number, number> = new Map([
  [77, 10000],
  [128, 932],
  [129, 949],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250],
]);

interface Group {
  isSkipped: boolean;
  /** Characters in the place of one in Unicode. */
  replacement: number;
  font: number | undefined;
}

/** What holds at a place in an RTF file: what is passed over, and in which set bytes are letters. */
export class RtfState {
  #group: Group = { isSkipped: false, replacement: 1, font: undefined };
  readonly #around: Group[] = [];
  readonly #fonts = new Map<number, number>();
  #page = 1252;
  /** Characters that only stand in the place of the one before. */
  #toReplace = 0;
  /** `\*`: whoever does not know the next word passes over the group. */
  isIgnorable = false;

  get depth(): number {
    return this.#around.length;
  }

  get isSkipped(): boolean {
    return this.#group.isSkipped;
  }

  get charset(): string {
    return `cp${this.#fonts.get(this.#group.font ?? -1) ?? this.#page}`;
  }

  open(): void {
    this.#around.push(this.#group);
    this.#group = { ...this.#group };
    this.#toReplace = 0;
  }

  close(): void {
    this.#group = this.#around.pop() ?? this.#group;
    this.#toReplace = 0;
    this.isIgnorable = false;
  }

  changesCharset(word: string): boolean {
    return word === 'f' || word === 'plain' || word === 'ansicpg';
  }

  hear(word: string, number: number | undefined): void {
    if (this.isIgnorable || hidden.has(word)) this.#group.isSkipped = true;
    if (shown.has(word)) this.#group.isSkipped = false;
    this.isIgnorable = false;
    if (word === 'ansicpg' && number !== undefined) this.#page = number;
    if (word === 'uc') this.#group.replacement = Math.max(0, number ?? 1);
    if (word === 'f') this.#group.font = number;
    if (word === 'plain') this.#group.font = undefined;
    const page = word === 'fcharset' ? pages.get(number ?? 0) : undefined;
    if (page !== undefined && this.#fonts.size < 1_000)
      this.#fonts.set(this.#group.font ?? -1, page);
  }

  /** After a letter in Unicode comes what stands for it where there is none. */
  expectReplacement(): void {
    this.#toReplace = this.#group.replacement;
  }

  /** Whether the next character only stands for the one before. */
  replaces(): boolean {
    if (this.#toReplace === 0) return false;
    this.#toReplace -= 1;
    return true;
  }

  /** What of a text does not stand for a letter before it. */
  replaced(text: string): string {
    const rest = text.slice(this.#toReplace);
    this.#toReplace = Math.max(0, this.#toReplace - text.length);
    return rest;
  }
}
