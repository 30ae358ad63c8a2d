import PostalMime, { type Address } from 'postal-mime';

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
export async function readHeader(octets: Buffer): Promise<Header> {
  const { headers, from, sender, to, cc, subject, date } = await PostalMime.parse(asUtf8(octets), {
    maxHeadersSize: octets.length * 3,
  });
  const author = from ?? sender;
  const time = date === undefined ? Number.NaN : Date.parse(date);
  return {
    fields: headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
    from: author === undefined ? [] : [author],
    to: to ?? [],
    cc: cc ?? [],
    subject: subject ?? '',
    date: Number.isNaN(time) ? undefined : time,
  };
}

/** The first field of that name, in any case. */
export function fieldOf({ fields }: Header, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return fields.find(field => field.name.toLowerCase() === wanted)?.value;
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
function asUtf8(octets: Buffer): Buffer {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(octets);
    return octets;
  } catch {
    return Buffer.from(new TextDecoder('windows-1252').decode(octets));
  }
}
