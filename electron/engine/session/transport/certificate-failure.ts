import type { DetailedPeerCertificate } from 'node:tls';
import type { SeenCertificate } from '../../../../shared/model/account.ts';
import { type FailureDetails, MailstowError } from '../../errors.ts';

/** A certificate was refused, and this is the one. */
export class CertificateRefused extends MailstowError {
  readonly seen: SeenCertificate;

  constructor(details: FailureDetails, seen: SeenCertificate) {
    super('certificate', 'account', details);
    this.seen = seen;
  }
}

/**
 * Why a server's certificate was not accepted, in words: chain, name or date.
 * @param code of Node's verification error, after OpenSSL's X509_V_ERR names
 * @param leaf with its issuers, as `getPeerCertificate(true)` gives it
 */
export function certificateFailure(
  host: string,
  code: string,
  leaf: DetailedPeerCertificate,
  cause: Error,
): CertificateRefused {
  const subject = `The certificate of ${host}`;
  const fail = (message: string, nextStep: string) =>
    new CertificateRefused({ message, nextStep, cause }, seenOf(leaf));

  switch (code) {
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return fail(
        `${subject} is made out to another name: it is valid for ${namesOf(leaf)}.`,
        'Use the server name that your provider gives; if it is this one, somebody may be in between.',
      );
    case 'CERT_HAS_EXPIRED': {
      const expired = chainOf(leaf).find(one => Date.parse(one.valid_to) < Date.now()) ?? leaf;
      return fail(
        `${subject} has expired: ${ownerOf(expired, leaf)} was valid until ${dateOf(expired.valid_to)}.`,
        'Check the date of this computer; if it is right, the owner of the server has to renew the certificate.',
      );
    }
    case 'CERT_NOT_YET_VALID': {
      const early = chainOf(leaf).find(one => Date.parse(one.valid_from) > Date.now()) ?? leaf;
      return fail(
        `${subject} is not valid yet: ${ownerOf(early, leaf)} begins on ${dateOf(early.valid_from)}.`,
        'Check the date of this computer.',
      );
    }
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
      return fail(
        `${subject} is self-signed and not among the trusted ones.`,
        'If the server is yours, give its certificate as a file to be trusted.',
      );
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
      return fail(
        `${subject} comes from an issuer that is not trusted here: ${issuerOf(leaf)}.`,
        'If you trust this issuer, give its certificate as a file or folder to be trusted.',
      );
    default:
      return fail(
        `${subject} was refused by a check of its chain: ${cause.message}.`,
        'The owner of the server has to mend the certificate.',
      );
  }
}

/** The leaf first; the root names itself as its issuer, so the walk is bounded by what was seen. */
function chainOf(leaf: DetailedPeerCertificate): DetailedPeerCertificate[] {
  const chain = new Set<DetailedPeerCertificate>();
  let next: DetailedPeerCertificate | undefined = leaf;
  while (next && !chain.has(next)) {
    chain.add(next);
    next = next.issuerCertificate;
  }
  return [...chain];
}

/** The SHA-256 of a certificate in lower-case hex. */
export function sha256Of({ fingerprint256 }: DetailedPeerCertificate): string {
  return fingerprint256.replaceAll(':', '').toLowerCase();
}

function seenOf(leaf: DetailedPeerCertificate): SeenCertificate {
  return {
    sha256: sha256Of(leaf),
    subject: first(leaf.subject?.CN) ?? 'without a name',
    issuer: first(leaf.issuer?.CN) ?? first(leaf.issuer?.O) ?? 'without a name',
    names: alternativesOf(leaf),
    validFrom: Date.parse(leaf.valid_from),
    validTo: Date.parse(leaf.valid_to),
  };
}

function alternativesOf({ subjectaltname }: DetailedPeerCertificate): string[] {
  return subjectaltname?.split(', ').map(name => name.replace(/^[^:]*:/, '')) ?? [];
}

function namesOf(leaf: DetailedPeerCertificate): string {
  const alternatives = alternativesOf(leaf);
  if (alternatives.length > 0) return alternatives.join(', ');
  return first(leaf.subject?.CN) ?? 'no name at all';
}

function ownerOf(one: DetailedPeerCertificate, leaf: DetailedPeerCertificate): string {
  return one === leaf ? 'it' : `its issuer “${first(one.subject?.CN) ?? 'without a name'}”`;
}

function issuerOf(leaf: DetailedPeerCertificate): string {
  const top = chainOf(leaf).at(-1) ?? leaf;
  const { CN, O, OU } = top.issuer ?? {};
  return `“${first(CN) ?? first(O) ?? first(OU) ?? 'without a name'}”`;
}

function first(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.[0];
}

function dateOf(text: string): string {
  return `${new Date(text).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
