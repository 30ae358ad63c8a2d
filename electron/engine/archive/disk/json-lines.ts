import { append } from './guarded-files.ts';
import { readText } from './read-text.ts';

/**
 * A file of JSON values, one a line, that is only added to. A line that a crash tore is as good as
 * none: what it said can be found out again.
 */
export class JsonLines {
  readonly #path: string;
  /** The last line has no end yet: what is added must not become a part of it. */
  #isTorn = false;

  constructor(path: string) {
    this.#path = path;
  }

  /**
   * The values of all lines in their order, undefined for one that cannot be read; none where there is no file.
   * To be called before anything is added.
   */
  read(): unknown[] {
    const lines = (readText(this.#path) ?? '').split('\n');
    this.#isTorn = lines.at(-1) !== '';
    return lines.filter(line => line !== '').map(parse);
  }

  append(value: unknown): void {
    const start = this.#isTorn ? '\n' : '';
    append(this.#path, `${start}${JSON.stringify(value)}\n`);
    this.#isTorn = false;
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
