import { isUtf8 } from 'node:buffer';
import type { Address } from 'postal-mime';
import { decodeText, isNamed } from '../decode/charset.ts';
import { decodeWords } from '../decode/encoded-words.ts';
import { parseAddresses } from './addresses.ts';
import { parseDate } from './date.ts';

export interface HeaderField {
  readonly name: string;
  /** Unfolded, encoded words still encoded. */
  readonly value: string;
}

/** Characters of a field that are decoded: many times what is shown. */
const longestField = 50_000;

/**
 * The header of a message or of a part (RFC 5322, RFC 2045, RFC 2047); each field is read when it is asked for,
 * since a list asks for few.
 */
export class Header {
  /** Bytes as characters, where the header is no UTF-8 as a whole. */
  readonly #raw: readonly HeaderField[] | undefined;
  #fields: readonly HeaderField[];
  readonly #values = new Map<string, string>();

  /** @param bytes the header with or without the empty line that ends it */
  constructor(bytes: Buffer) {
    // An escape begins another set in seven bits (RFC 1468).
    const isPlain = isUtf8(bytes) && !bytes.includes(0x1b);
    this.#fields = fieldsOf(bytes.toString(isPlain ? 'utf8' : 'latin1'));
    this.#raw = isPlain ? undefined : this.#fields;
    this.assume(undefined);
  }

  /** Its bytes are of a set that only the rest of the message may name. */
  get isRaw(): boolean {
    return this.#raw !== undefined;
  }

  get fields(): readonly HeaderField[] {
    return this.#fields;
  }

  /**
   * Raw bytes above 127 are UTF-8 (RFC 6532) where a field can be that, else of the set that the message names
   * elsewhere.
   * @param charset as the body names it
   */
  assume(charset: string | undefined): void {
    if (this.#raw !== undefined) {
      this.#fields = this.#raw.map(({ name, value }) => ({ name, value: readRaw(value, charset) }));
    }
    this.#values.clear();
    for (const { name, value } of this.#fields) {
      const key = name.toLowerCase();
      if (!this.#values.get(key)) this.#values.set(key, value);
    }
  }

  /** @param name of the field, in lower case; the first of that name counts that says something */
  first(name: string): string | undefined {
    return this.#values.get(name);
  }

  /** @param name of the field, in lower case */
  all(name: string): readonly string[] {
    return this.#fields.filter(each => each.name.toLowerCase() === name).map(each => each.value);
  }

  get from(): readonly Address[] {
    const author = this.#addresses('from');
    return author.length > 0 ? author : this.#addresses('sender');
  }

  get to(): readonly Address[] {
    return this.#addresses('to');
  }

  get cc(): readonly Address[] {
    return this.#addresses('cc');
  }

  get subject(): string {
    return decodeWords((this.first('subject') ?? '').slice(0, longestField));
  }

  /** Milliseconds since 1970 UTC; undefined where there is none that can be read. */
  get date(): number | undefined {
    return parseDate(this.first('date') ?? '');
  }

  #addresses(name: string): readonly Address[] {
    return parseAddresses(this.first(name) ?? '');
  }
}

/** Lines that begin with a blank go on with the one before (RFC 5322 section 2.2.3); what is no field is left out. */
function fieldsOf(text: string): HeaderField[] {
  const lines = text.replace(/\r?\n[ \t]/g, ' ').split(/\r?\n/);
  return lines.flatMap(line => {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trimEnd();
    return /^[!-9;-~]+$/.test(name) ? [{ name, value: line.slice(colon + 1).trim() }] : [];
  });
}

/** @param value bytes as characters */
function readRaw(value: string, charset: string | undefined): string {
  const bytes = Buffer.from(value, 'latin1');
  if (value.includes('\x1b')) {
    return decodeText(bytes, /2022/.test(charset ?? '') ? charset : 'iso-2022-jp');
  }
  return isUtf8(bytes) || !isNamed(charset) ? decodeText(bytes) : decodeText(bytes, charset);
}
