import { constants, type KeyObject, type SigningOptions } from 'node:crypto';
import { type AlgorithmIdentifier, RSASSAPSSParams } from 'pkijs';

/** Digests by their object identifiers, as Node names them. */
const digests: ReadonlyMap<string, string> = new Map([
  ['1.3.14.3.2.26', 'sha1'],
  ['2.16.840.1.101.3.4.2.4', 'sha224'],
  ['2.16.840.1.101.3.4.2.1', 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
]);

/** Signatures that name their digest; of the others the signer names it beside. */
const signatures: ReadonlyMap<string, string | undefined> = new Map([
  ['1.2.840.113549.1.1.1', undefined],
  ['1.2.840.113549.1.1.5', 'sha1'],
  ['1.2.840.113549.1.1.14', 'sha224'],
  ['1.2.840.113549.1.1.11', 'sha256'],
  ['1.2.840.113549.1.1.12', 'sha384'],
  ['1.2.840.113549.1.1.13', 'sha512'],
  ['1.2.840.10045.2.1', undefined],
  ['1.2.840.10045.4.1', 'sha1'],
  ['1.2.840.10045.4.3.1', 'sha224'],
  ['1.2.840.10045.4.3.2', 'sha256'],
  ['1.2.840.10045.4.3.3', 'sha384'],
  ['1.2.840.10045.4.3.4', 'sha512'],
]);
const pss = '1.2.840.113549.1.1.10';
const ed25519 = '1.3.101.112';

/** How a signature was made, as Node checks it. */
export interface Method {
  /** Of what was signed. */
  readonly contentDigest: string;
  /** Of what the signature is over; null where the key has its own. */
  readonly digest: string | null;
  readonly options: SigningOptions;
}

/** @returns undefined for what is not known here, MD5 among it: it proves nothing */
export function methodOf(
  digestAlgorithm: AlgorithmIdentifier,
  signatureAlgorithm: AlgorithmIdentifier,
): Method | undefined {
  const contentDigest = digests.get(digestAlgorithm.algorithmId);
  if (contentDigest === undefined) return undefined;
  const { algorithmId, algorithmParams } = signatureAlgorithm;
  if (algorithmId === ed25519) return { contentDigest, digest: null, options: {} };
  if (algorithmId === pss) {
    const parameters = new RSASSAPSSParams({ schema: algorithmParams });
    const digest = digests.get(parameters.hashAlgorithm.algorithmId);
    const { saltLength } = parameters;
    if (digest === undefined || saltLength > 512) return undefined;
    return {
      contentDigest,
      digest,
      options: { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength },
    };
  }
  if (!signatures.has(algorithmId)) return undefined;
  return { contentDigest, digest: signatures.get(algorithmId) ?? contentDigest, options: {} };
}

/** Such as `SHA256, RSA 2048`. */
export function methodName({ contentDigest }: Method, key: KeyObject): string {
  const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {};
  const kind = (key.asymmetricKeyType ?? '').replace('rsa-pss', 'rsa').toUpperCase();
  const size = modulusLength ?? namedCurve ?? '';
  return `${contentDigest.toUpperCase()}, ${kind} ${size}`.trim();
}

/** Two contents, or two keys, for one signature have been made, or soon may be. */
export function isWeak({ contentDigest, digest }: Method, key: KeyObject): boolean {
  const { modulusLength } = key.asymmetricKeyDetails ?? {};
  const isShort = modulusLength !== undefined && modulusLength < 2048;
  return contentDigest === 'sha1' || digest === 'sha1' || isShort;
}
