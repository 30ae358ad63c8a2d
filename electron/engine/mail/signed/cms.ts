import { Ber, type Element, Malformed } from './ber.ts';

/** The parts of signed data (RFC 5652 section 5.1), each as it stands there. */
export interface SignedData {
  /** Object identifier of what was signed, in hexadecimal. */
  readonly contentType: string;
  /** Undefined where it stands beside its signature. */
  readonly content: Buffer | undefined;
  readonly certificates: readonly Buffer[];
  readonly signers: readonly Buffer[];
}

/** Who can open encrypted data (RFC 5652 section 6.1, RFC 5083). */
export interface EncryptedData {
  readonly recipients: readonly Buffer[];
}

/** More of each than any message has. */
const most = 100;

const sequence = 0x30;
const set = 0x31;
const objectIdentifier = 0x06;
const integer = 0x02;
const octetStrings = [0x04, 0x24];
/** Constructed, of the context: [0], [1]. */
const first = 0xa0;

/** 1.2.840.113549.1.7.2, .3 and 1.2.840.113549.1.9.16.1.23. */
const kinds = {
  signed: '2a864886f70d010702',
  enveloped: '2a864886f70d010703',
  authEnveloped: '2a864886f70d0109100117',
};

/** @returns what was signed; undefined where it stands elsewhere or nothing can be read */
export function signedContent(bytes: Buffer): Buffer | undefined {
  try {
    return readSigned(bytes).content;
  } catch (error) {
    if (error instanceof Malformed) return undefined;
    throw error;
  }
}

/** @throws Malformed */
export function readSigned(bytes: Buffer): SignedData {
  const ber = new Ber(bytes);
  const [, digests, info, ...rest] = fieldsOf(ber, [kinds.signed]);
  if (digests?.tag !== set || info?.tag !== sequence) throw new Malformed('not signed data');
  const [type, wrapper] = ber.children(info);
  if (type?.tag !== objectIdentifier) throw new Malformed('no type');
  const certificates = rest.find(({ tag }) => tag === first);
  const signers = rest.find(({ tag }) => tag === set);
  if (signers === undefined) throw new Malformed('no signers');
  return {
    contentType: hex(ber, type),
    content: wrapper === undefined ? undefined : contentOf(ber, wrapper),
    // What begins otherwise is no certificate of X.509.
    certificates: wholes(ber, certificates, sequence),
    signers: wholes(ber, signers, sequence),
  };
}

/** @throws Malformed */
export function readEncrypted(bytes: Buffer): EncryptedData {
  const ber = new Ber(bytes);
  const fields = fieldsOf(ber, [kinds.enveloped, kinds.authEnveloped]);
  return {
    recipients: wholes(
      ber,
      fields.find(({ tag }) => tag === set),
    ),
  };
}

/** The fields of what a content info holds, its version first. */
function fieldsOf(ber: Ber, expected: readonly string[]): Element[] {
  const outer = ber.at(0);
  if (outer.tag !== sequence) throw new Malformed('no sequence');
  const [type, wrapper] = ber.children(outer);
  if (type?.tag !== objectIdentifier || wrapper?.tag !== first) throw new Malformed('no content');
  if (!expected.includes(hex(ber, type))) throw new Malformed('of another kind');
  const [data] = ber.children(wrapper);
  if (data?.tag !== sequence) throw new Malformed('no data');
  const fields = [...taken(ber.children(data), 10)];
  if (fields[0]?.tag !== integer) throw new Malformed('no version');
  return fields;
}

function contentOf(ber: Ber, wrapper: Element): Buffer {
  const [content] = ber.children(wrapper);
  if (content === undefined || !octetStrings.includes(content.tag))
    throw new Malformed('no content');
  return ber.octets(content);
}

function wholes(ber: Ber, outer: Element | undefined, tag?: number): Buffer[] {
  if (outer === undefined) return [];
  const found: Buffer[] = [];
  for (const element of taken(ber.children(outer), most)) {
    if (tag === undefined || element.tag === tag) found.push(ber.whole(element));
  }
  return found;
}

function* taken<Each>(all: Iterable<Each>, count: number): Generator<Each> {
  let left = count;
  for (const each of all) {
    if (left === 0) return;
    left -= 1;
    yield each;
  }
}

function hex(ber: Ber, { content, contentEnd }: Element): string {
  return ber.bytes.toString('hex', content, Math.min(contentEnd, content + 32));
}
