import { X509Certificate } from 'node:crypto';
import type { Trust } from '../../../../shared/model/protection.ts';
import { extension, isValidAt, pathLength, type ReadCertificate } from './certificates.ts';

/** Certificates between a signer's and one that is trusted. */
const longestChain = 6;
/** Signatures of certificates that are checked for one message's. */
const mostChecks = 60;

/** Extensions that are heeded here; any other that has to be makes a certificate none for us (RFC 5280 section 4.2). */
const heeded = new Set(['2.5.29.15', '2.5.29.17', '2.5.29.19', '2.5.29.32', '2.5.29.37']);
/** md2, md5 and sha1 with RSA, sha1 with ECDSA and DSA: others can make certificates with the same signature. */
const forgeable = new Set([
  '1.2.840.113549.1.1.2',
  '1.2.840.113549.1.1.4',
  '1.2.840.113549.1.1.5',
  '1.2.840.10045.4.1',
  '1.2.840.10040.4.3',
]);
/** E-mail, any purpose (RFC 5280 section 4.2.1.12). */
const mailPurposes = ['1.3.6.1.5.5.7.3.4', '2.5.29.37.0'];

/** The authorities that this computer trusts, by their names. */
export class Roots {
  readonly #byName = new Map<string, X509Certificate[]>();

  /** @param certificates as PEM */
  constructor(certificates: Iterable<string>) {
    for (const pem of certificates) {
      const root = readRoot(pem);
      if (root === undefined) continue;
      const others = this.#byName.get(root.subject) ?? [];
      others.push(root);
      this.#byName.set(root.subject, others);
    }
  }

  named(subject: string): readonly X509Certificate[] {
    return this.#byName.get(subject) ?? [];
  }

  has(certificate: X509Certificate): boolean {
    const { fingerprint256 } = certificate;
    return this.named(certificate.subject).some(root => root.fingerprint256 === fingerprint256);
  }
}

function readRoot(pem: string): X509Certificate | undefined {
  try {
    return new X509Certificate(pem);
  } catch {
    return undefined;
  }
}

/**
 * Whether somebody vouches for a signer whom this computer trusts. Nobody is asked whether a certificate was revoked.
 * @param others that came with the message
 * @param time when it was signed, milliseconds since 1970
 */
export function trustOf(
  signer: ReadCertificate,
  others: readonly ReadCertificate[],
  roots: Roots,
  time: number,
): Trust {
  if (!isForMail(signer)) return 'not-for-mail';
  if (!isValidAt(signer, time)) return 'not-valid-then';
  if (leadsToRoot(signer, others, roots, time)) return 'known';
  return isOwn(signer) ? 'self-made' : 'unknown';
}

function leadsToRoot(
  signer: ReadCertificate,
  others: readonly ReadCertificate[],
  roots: Roots,
  time: number,
): boolean {
  let left = mostChecks;
  const isIssued = (certificate: X509Certificate, issuer: X509Certificate): boolean => {
    left -= 1;
    return left >= 0 && certificate.checkIssued(issuer) && isSignedBy(certificate, issuer);
  };
  const climb = (certificate: ReadCertificate, between: number): boolean => {
    const { x509, fields } = certificate;
    if (roots.has(x509)) return true;
    if (between > longestChain || !isHeeded(certificate)) return false;
    if (forgeable.has(fields.signatureAlgorithm.algorithmId)) return false;
    if (roots.named(x509.issuer).some(root => isIssued(x509, root))) return true;
    return others.some(
      other =>
        other !== certificate &&
        other.x509.ca &&
        other.x509.subject === x509.issuer &&
        between <= (pathLength(other) ?? Number.POSITIVE_INFINITY) &&
        isValidAt(other, time) &&
        isIssued(x509, other.x509) &&
        climb(other, between + 1),
    );
  };
  return climb(signer, 0);
}

function isHeeded({ fields }: ReadCertificate): boolean {
  return (fields.extensions ?? []).every(({ critical, extnID }) => !critical || heeded.has(extnID));
}

function isForMail({ fields, x509 }: ReadCertificate): boolean {
  // Node calls them so: they are the extended ones.
  const purposes = x509.keyUsage;
  if (purposes !== undefined && !purposes.some(each => mailPurposes.includes(each))) return false;
  const usage = extension(fields, '2.5.29.15')?.parsedValue;
  if (usage === undefined) return true;
  // The first two bits: signatures, and signatures that nobody is to deny.
  const [bits = 0] = usage.valueBlock.valueHexView;
  return (bits & 0xc0) !== 0;
}

function isOwn({ x509 }: ReadCertificate): boolean {
  return x509.subject === x509.issuer && isSignedBy(x509, x509);
}

function isSignedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return certificate.verify(issuer.publicKey);
  } catch {
    // A key of a kind that this Node does not know.
    return false;
  }
}
