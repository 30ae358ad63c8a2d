/** A packet of OpenPGP (RFC 9580 section 4), as far as it is held here. */
interface Packet {
  readonly tag: number;
  readonly body: Buffer;
}

/** What packets say of the keys that they were made with. */
export interface PgpKeys {
  /** Something of it is encrypted. */
  readonly isEncrypted: boolean;
  /** Hexadecimal; '' where the message hides whose it is. */
  readonly encryptedFor: readonly string[];
  readonly hasPassword: boolean;
  readonly signedBy: readonly string[];
  /** Milliseconds since 1970, as the signer says. */
  readonly signedAt: number | undefined;
}

/** Characters of armor that are read: what names keys stands at the beginning. */
export const mostArmor = 256 * 1024;
/** Packets that are read. */
const mostPackets = 50;

const publicKeyEncrypted = 1;
const signature = 2;
const symmetricKeyEncrypted = 3;
const onePassSignature = 4;
/** Data that nobody reads without a key, of each age of the format. */
const encrypted = [9, 18, 20];

/** Reads which keys a message names; what it says with them is for a program that has them. Never throws. */
export function readPgp(bytes: Buffer): PgpKeys {
  const encryptedFor = new Set<string>();
  const signedBy = new Set<string>();
  let hasPassword = false;
  let isEncrypted = false;
  let signedAt: number | undefined;
  for (const { tag, body } of packets(isArmored(bytes) ? dearmored(bytes) : bytes)) {
    isEncrypted ||= encrypted.includes(tag);
    if (tag === publicKeyEncrypted) encryptedFor.add(recipientIn(body));
    else if (tag === symmetricKeyEncrypted) hasPassword = true;
    else if (tag === onePassSignature) signedBy.add(onePassKey(body));
    else if (tag === signature) {
      const said = signatureIn(body);
      for (const key of said.keys) signedBy.add(key);
      signedAt ??= said.time;
    }
  }
  signedBy.delete('');
  return {
    isEncrypted: isEncrypted || hasPassword || encryptedFor.size > 0,
    encryptedFor: [...encryptedFor],
    hasPassword,
    signedBy: [...signedBy],
    signedAt,
  };
}

function isArmored(bytes: Buffer): boolean {
  return bytes.toString('latin1', 0, 200).includes('-----BEGIN PGP ');
}

/** The bytes behind the last armor that begins there: of a signed text, its signature (RFC 9580 section 6.2, 7). */
function dearmored(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1');
  const begin = text.search(/-----BEGIN PGP (MESSAGE|SIGNATURE)-----/);
  if (begin < 0) return Buffer.alloc(0);
  const end = text.indexOf('-----END PGP', begin);
  const lines = text.slice(begin, end < 0 ? begin + mostArmor : end).split(/\r?\n/);
  const empty = lines.findIndex((line, index) => index > 0 && line.trim() === '');
  const data = lines.slice(empty < 0 ? 1 : empty + 1).filter(line => !/^=|:/.test(line));
  return Buffer.from(data.join(''), 'base64');
}

function* packets(bytes: Buffer): Generator<Packet> {
  let at = 0;
  for (let count = 0; count < mostPackets; count += 1) {
    const head = headAt(bytes, at);
    if (head === undefined) return;
    yield { tag: head.tag, body: bytes.subarray(head.body, head.end) };
    // One whose length is not told goes to the end.
    if (head.isPartial || head.end >= bytes.length) return;
    at = head.end;
  }
}

interface Head {
  readonly tag: number;
  readonly body: number;
  readonly end: number;
  readonly isPartial: boolean;
}

/** RFC 9580 section 4.2. */
function headAt(bytes: Buffer, at: number): Head | undefined {
  const first = bytes[at];
  if (first === undefined || (first & 0x80) === 0) return undefined;
  const isNew = (first & 0x40) !== 0;
  const tag = isNew ? first & 0x3f : (first >> 2) & 0x0f;
  const length = isNew ? newLength(bytes, at + 1) : oldLength(bytes, at + 1, first & 3);
  if (length === undefined) return undefined;
  const { body, size } = length;
  const isPartial = size === undefined;
  return { tag, body, end: Math.min(bytes.length, body + (size ?? bytes.length)), isPartial };
}

interface Length {
  readonly body: number;
  /** Undefined where only the length of a piece is told, or none. */
  readonly size: number | undefined;
}

function newLength(bytes: Buffer, at: number): Length | undefined {
  const first = bytes[at];
  if (first === undefined) return undefined;
  if (first < 192) return { body: at + 1, size: first };
  if (first < 224) {
    const second = bytes[at + 1];
    return second === undefined
      ? undefined
      : { body: at + 2, size: ((first - 192) << 8) + second + 192 };
  }
  if (first < 255) return { body: at + 1, size: undefined };
  return at + 5 > bytes.length ? undefined : { body: at + 5, size: bytes.readUInt32BE(at + 1) };
}

function oldLength(bytes: Buffer, at: number, kind: number): Length | undefined {
  if (kind === 3) return { body: at, size: undefined };
  const octets = 2 ** kind;
  if (at + octets > bytes.length) return undefined;
  return { body: at + octets, size: bytes.readUIntBE(at, octets) };
}

/** RFC 9580 section 5.1: version 3 has an id, all zeros for nobody's; version 6 a fingerprint. */
function recipientIn(body: Buffer): string {
  if (body[0] === 6) {
    const length = body[1] ?? 0;
    return length < 2 ? '' : hex(body.subarray(3, 2 + length));
  }
  const id = hex(body.subarray(1, 9));
  return /^0*$/.test(id) ? '' : id;
}

/** RFC 9580 section 5.4. */
function onePassKey(body: Buffer): string {
  if (body[0] === 6) {
    const salt = body[4] ?? 0;
    return hex(body.subarray(5 + salt, 5 + salt + 32));
  }
  return hex(body.subarray(4, 12));
}

const creationTime = 2;
const issuer = 16;
const issuerFingerprint = 33;

/** RFC 9580 section 5.2. */
function signatureIn(body: Buffer): { keys: string[]; time: number | undefined } {
  const version = body[0] ?? 0;
  if (version < 4) {
    const time = body.length < 7 ? undefined : body.readUInt32BE(3) * 1000;
    return { keys: [hex(body.subarray(7, 15))], time };
  }
  const wide = version >= 6 ? 4 : 2;
  if (body.length < 4 + wide) return { keys: [], time: undefined };
  const hashed = body.readUIntBE(4, wide);
  const between = 4 + wide + hashed;
  const unhashed = between + wide > body.length ? 0 : body.readUIntBE(between, wide);
  const all = [
    ...subpackets(body.subarray(4 + wide, between)),
    ...subpackets(body.subarray(between + wide, between + wide + unhashed)),
  ];
  const fingerprint = all.find(({ tag }) => tag === issuerFingerprint)?.body.subarray(1);
  const id = all.find(({ tag }) => tag === issuer)?.body;
  const time = all.find(({ tag, body: { length } }) => tag === creationTime && length === 4)?.body;
  const key = fingerprint ?? id;
  return {
    keys: key === undefined ? [] : [hex(key)],
    time: time === undefined ? undefined : time.readUInt32BE(0) * 1000,
  };
}

function subpackets(bytes: Buffer): Packet[] {
  const found: Packet[] = [];
  for (let at = 0; at < bytes.length && found.length < mostPackets; ) {
    const length = subpacketLength(bytes, at);
    if (length?.size === undefined || length.size === 0) break;
    const { body, size } = length;
    // The highest bit says that it has to be understood.
    found.push({ tag: (bytes[body] ?? 0) & 0x7f, body: bytes.subarray(body + 1, body + size) });
    at = body + size;
  }
  return found;
}

/** As that of a packet, but that it is always told (RFC 9580 section 5.2.3.7). */
function subpacketLength(bytes: Buffer, at: number): Length | undefined {
  const first = bytes[at] ?? 0;
  if (first < 224 || first === 255) return newLength(bytes, at);
  const second = bytes[at + 1];
  return second === undefined
    ? undefined
    : { body: at + 2, size: ((first - 192) << 8) + second + 192 };
}

function hex(bytes: Buffer): string {
  return bytes.toString('hex', 0, 32).toUpperCase();
}
