import { isUtf8 } from 'node:buffer';
import { type Address, addressParser, decodeWords } from 'postal-mime';

const utf8 = new TextDecoder('utf-8');
const windows1252 = new TextDecoder('windows-1252');

export interface HeaderField {
  readonly name: string;
  /** Unfolded, encoded words still encoded. */
  readonly value: string;
}

/**
 * The header of a message or of a part (RFC 5322, RFC 2045, RFC 2047), as a library reads it; each field is
 * read when it is asked for, since a list asks for few.
 */
export class Header {
  readonly fields: readonly HeaderField[];
  readonly #firsts = new Map<string, string>();

  /** @param octets the header with or without the empty line that ends it */
  constructor(octets: Buffer) {
    this.fields = fieldsOf(textOf(octets));
    for (const { name, value } of this.fields) {
      const key = name.toLowerCase();
      if (!this.#firsts.has(key)) this.#firsts.set(key, value);
    }
  }

  /** @param name of the field, in lower case; the first of that name counts */
  first(name: string): string | undefined {
    return this.#firsts.get(name);
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
    return decodeWords(this.first('subject') ?? '');
  }

  /** Milliseconds since 1970 UTC; undefined where there is none that can be read. */
  get date(): number | undefined {
    const time = Date.parse(this.first('date') ?? '');
    return Number.isNaN(time) ? undefined : time;
  }

  #addresses(name: string): readonly Address[] {
    return addressParser(this.first(name) ?? '');
  }
}

/** Lines that begin with a blank go on with the one before (RFC 5322 section 2.2.3); what is no field is left out. */
function fieldsOf(text: string): HeaderField[] {
  const lines = text.replace(/\r?\n(?=[ \t])/g, '').split(/\r?\n/);
  return lines.flatMap(line => {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trimEnd();
    return /^[!-9;-~]+$/.test(name) ? [{ name, value: line.slice(colon + 1).trim() }] : [];
  });
}

/** Addresses as people read them: `Accounts Team <accounts@example.org>, …`. */
export function addressLine(addresses: readonly Address[]): string {
  return addresses.map(lineOf).join(', ');
}

/** The name to show in a list: what stands before the address, else the address. */
export function shortName([first]: readonly Address[]): string {
  return first === undefined ? '' : first.name || first.address || '';
}

function lineOf(address: Address): string {
  if (address.group !== undefined) return `${address.name}: ${addressLine(address.group)};`;
  const { name, address: at } = address;
  if (name === '' || name === at) return at;
  return at === '' ? name : `${name} <${at}>`;
}

/** Raw octets above 127 are UTF-8 (RFC 6532) where they can be, else taken as Windows-1252. */
function textOf(octets: Buffer): string {
  return (isUtf8(octets) ? utf8 : windows1252).decode(octets);
}
