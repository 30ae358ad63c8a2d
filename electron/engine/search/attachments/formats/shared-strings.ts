import type { XmlHandlers } from './xml-walk.ts';

/** Characters that are held: cells tell in any order which they show. */
const most = 20_000_000;

/** The texts of a workbook (ECMA-376 part 1, section 18.4), each held once. */
export class SharedStrings {
  readonly #strings: string[] = [];
  #length = 0;
  isCut = false;

  at(index: number): string {
    return this.#strings[index] ?? '';
  }

  get handlers(): XmlHandlers {
    let text = '';
    let inText = false;
    let inReading = false;
    return {
      open: name => {
        if (name === 'si') text = '';
        // How a word is pronounced stands beside it.
        if (name === 'rPh') inReading = true;
        if (name === 't') inText = !inReading;
      },
      close: name => {
        if (name === 't') inText = false;
        if (name === 'rPh') inReading = false;
        if (name === 'si') this.#hold(text);
      },
      text: piece => {
        if (inText) text += piece;
      },
    };
  }

  #hold(text: string): void {
    this.#length += text.length;
    if (this.#length > most) this.isCut = true;
    this.#strings.push(this.isCut ? '' : text);
  }
}
