import { isUtf8 } from 'node:buffer';
import { type Address, addressParser, decodeWords } from 'postal-mime';

export interface HeaderField {
  readonly name: string;
  /** Unfolded, encoded words still encoded. */
  readonly value: string;
}

/** The header of a message or of a part (RFC 5322, RFC 2045, RFC 2047), as a library reads it. */
export interface Header {
  readonly fields: readonly HeaderField[];
  readonly from: readonly Address[];
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly subject: string;
  /** Milliseconds since 1970 UTC; undefined where there is none that can be read. */
  readonly date: number | undefined;
}

/** @param octets the header with or without the empty line that ends it */
export function readHeader(octets: Buffer): Header {
  const fields = fieldsOf(textOf(octets));
  const first = (name: string) => fieldIn(fields, name) ?? '';
  const author = addressParser(first('from'));
  const time = Date.parse(first('date'));
  return {
    fields,
    from: author.length > 0 ? author : addressParser(first('sender')),
    to: addressParser(first('to')),
    cc: addressParser(first('cc')),
    subject: decodeWords(first('subject')),
    date: Number.isNaN(time) ? undefined : time,
  };
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

/** The first field of that name, in any case. */
export function fieldOf({ fields }: Header, name: string): string | undefined {
  return fieldIn(fields, name);
}

function fieldIn(fields: readonly HeaderField[], name: string): string | undefined {
  return fields.find(field => field.name.toLowerCase() === name.toLowerCase())?.value;
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
  return new TextDecoder(isUtf8(octets) ? 'utf-8' : 'windows-1252').decode(octets);
}
