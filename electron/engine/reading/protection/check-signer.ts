import { createVerify, verify } from 'node:crypto';
import { type BaseBlock, fromBER, GeneralizedTime, OctetString, UTCTime } from 'asn1js';
import { type Attribute, IssuerAndSerialNumber, SignerInfo } from 'pkijs';
import type { Signature } from '../../../../shared/model/protection.ts';
import { Ber } from '../../mail/signed/ber.ts';
import type { SignedData } from '../../mail/signed/cms.ts';
import {
  addressesOf,
  hexOf,
  issuerOf,
  keyIdOf,
  nameOf,
  type ReadCertificate,
  readCertificate,
  serialOf,
} from './certificates.ts';
import { isWeak, type Method, methodName, methodOf } from './methods.ts';
import { digestOf, type SignedBytes } from './signed-bytes.ts';
import { type Roots, trustOf } from './trust.ts';

/** What a signature is held against. */
export interface Against {
  /** Addresses in From, lower case. */
  readonly from: readonly string[];
  /** Of the message: when it was signed, where the signer does not say. */
  readonly date: number | undefined;
  readonly roots: Roots;
  readonly covers: Signature['covers'];
}

/** Bytes of what one signer says. */
const longestSigner = 256 * 1024;
/** Bytes that are read for a signature. */
const mostSigned = 256 * 1024 * 1024;

const contentTypeAttribute = '1.2.840.113549.1.9.3';
const digestAttribute = '1.2.840.113549.1.9.4';
const timeAttribute = '1.2.840.113549.1.9.5';

/** Whether what a signer signed is what is there, and who they are (RFC 5652 section 5.4–5.6); never throws. */
export function checkSigner(
  signer: Buffer,
  data: SignedData,
  content: SignedBytes,
  against: Against,
): Signature {
  const unread = unchecked('smime', against.covers, 'unreadable');
  if (signer.length > longestSigner) return unread;
  try {
    return check(signer, data, content, against);
  } catch {
    // Whatever a library makes of what a stranger wrote.
    return unread;
  }
}

/** A signature that says no more than that it is there. */
export function unchecked(
  kind: Signature['kind'],
  covers: Signature['covers'],
  reason: Signature['reason'],
): Signature {
  const nothing = { isSender: false, method: '', isWeak: false, keyIds: [] };
  return { kind, covers, state: 'unchecked', reason, ...nothing };
}

function check(
  signer: Buffer,
  data: SignedData,
  content: SignedBytes,
  against: Against,
): Signature {
  const info = new SignerInfo({ schema: fromBER(signer).result });
  const certificates = data.certificates.flatMap(der => readCertificate(der) ?? []);
  const own = certificates.find(each => isOf(info, each));
  const attributes = info.signedAttrs?.attributes ?? [];
  const signedAt = timeIn(attributes);
  const base = {
    ...unchecked('smime', against.covers, undefined),
    ...(signedAt === undefined ? {} : { signedAt }),
  };
  if (own === undefined) return { ...base, reason: 'no-certificate' };
  const known = { ...base, ...whose(own, certificates, against, signedAt) };
  const method = methodOf(info.digestAlgorithm, info.signatureAlgorithm);
  if (method === undefined) return { ...known, reason: 'unknown-method' };
  const key = own.x509.publicKey;
  const told = { ...known, method: methodName(method, key), isWeak: isWeak(method, key) };
  if (content.length > mostSigned) return { ...told, reason: 'too-large' };
  const reason = faultOf({ signer, info, attributes, data, content, method, own });
  return reason === undefined ? { ...told, state: 'holds' } : { ...told, state: 'broken', reason };
}

function whose(
  own: ReadCertificate,
  certificates: readonly ReadCertificate[],
  { from, date, roots }: Against,
  signedAt: number | undefined,
): Pick<Signature, 'signer' | 'isSender'> {
  const { notBefore, notAfter } = own.fields;
  const addresses = addressesOf(own);
  return {
    isSender: addresses.some(each => from.includes(each)),
    signer: {
      name: nameOf(own),
      addresses,
      issuer: issuerOf(own),
      serial: serialOf(own),
      validFrom: notBefore.value.getTime(),
      validTo: notAfter.value.getTime(),
      trust: trustOf(own, certificates, roots, signedAt ?? date ?? Date.now()),
    },
  };
}

/** RFC 5652 section 5.3: by issuer and number, or by the key's own name. */
function isOf({ sid }: SignerInfo, certificate: ReadCertificate): boolean {
  if (sid instanceof IssuerAndSerialNumber) {
    const { issuer, serialNumber } = certificate.fields;
    return sid.issuer.isEqual(issuer) && sid.serialNumber.isEqual(serialNumber);
  }
  const keyId = sid instanceof OctetString ? sid.valueBlock.valueHexView : keyIdIn(sid);
  return keyId !== undefined && keyIdOf(certificate) === hexOf(keyId);
}

function keyIdIn(sid: { readonly valueBlock?: { readonly valueHexView?: Uint8Array } }) {
  return sid.valueBlock?.valueHexView;
}

interface ToCheck {
  readonly signer: Buffer;
  readonly info: SignerInfo;
  readonly attributes: readonly Attribute[];
  readonly data: SignedData;
  readonly content: SignedBytes;
  readonly method: Method;
  readonly own: ReadCertificate;
}

function faultOf(it: ToCheck): 'altered' | 'not-theirs' | undefined {
  const { signer, info, attributes, data, content, method, own } = it;
  const signed = Buffer.from(info.signature.valueBlock.valueHexView);
  const isBy = (pieces: Iterable<Buffer>) => fits(pieces, signed, method, own);
  if (info.signedAttrs === undefined) {
    return content.forms.some(form => isBy(form())) ? undefined : 'altered';
  }
  const digest = onlyValue(attributes, digestAttribute);
  const type = onlyValue(attributes, contentTypeAttribute);
  if (!(digest instanceof OctetString) || type === undefined) return 'not-theirs';
  if (!isBy([signedAttributes(signer)])) return 'not-theirs';
  // A signature over something else of theirs is none over this.
  if (hexOf(new Uint8Array(type.valueBeforeDecodeView.slice(2))).toLowerCase() !== data.contentType)
    return 'not-theirs';
  const stated = Buffer.from(digest.valueBlock.valueHexView);
  const isSame = content.forms.some(form => digestOf(form(), method.contentDigest).equals(stated));
  return isSame ? undefined : 'altered';
}

function fits(
  pieces: Iterable<Buffer>,
  signed: Buffer,
  { digest, options }: Method,
  { x509 }: ReadCertificate,
): boolean {
  const key = { key: x509.publicKey, ...options };
  if (digest === null) return verify(null, Buffer.concat([...pieces]), key, signed);
  const verifying = createVerify(digest);
  for (const piece of pieces) verifying.update(piece);
  return verifying.verify(key, signed);
}

/** As they were signed: a set, whatever they stand as in the message (RFC 5652 section 5.4). */
function signedAttributes(signer: Buffer): Buffer {
  const ber = new Ber(signer);
  for (const field of ber.children(ber.at(0))) {
    // A signer who is named by their key comes before, as [0] too, but is no set.
    if (field.tag !== 0xa0) continue;
    const content = signer.subarray(field.content, field.contentEnd);
    return Buffer.concat([setOf(content.length), content]);
  }
  return Buffer.alloc(0);
}

function setOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([0x31, length]);
  const octets = length < 0x100 ? 1 : length < 0x1_0000 ? 2 : 3;
  const head = Buffer.from([0x31, 0x80 | octets, 0, 0, 0]);
  head.writeUIntBE(length, 2, octets);
  return head.subarray(0, 2 + octets);
}

/** An attribute that is there once, with one value. */
function onlyValue(attributes: readonly Attribute[], type: string): BaseBlock | undefined {
  const [first, ...others] = attributes.filter(each => each.type === type);
  return others.length === 0 && first?.values.length === 1 ? first.values[0] : undefined;
}

function timeIn(attributes: readonly Attribute[]): number | undefined {
  const value = onlyValue(attributes, timeAttribute);
  if (!(value instanceof UTCTime) && !(value instanceof GeneralizedTime)) return undefined;
  const time = value.toDate().getTime();
  return Number.isFinite(time) ? time : undefined;
}
