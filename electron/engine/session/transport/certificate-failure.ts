import type { DetailedPeerCertificate } from 'node:tls';
import { type FailureWord, failureOf } from '../../../../shared/i18n/failure-of.ts';
import type { SeenCertificate } from '../../../../shared/model/account.ts';
import type { Failure, FailureArg } from '../../../../shared/model/failure.ts';
import { MailstowError } from '../../errors.ts';

/** A certificate was refused, and this is the one. */
export class CertificateRefused extends MailstowError {
  readonly seen: SeenCertificate;

  constructor(failure: Failure, cause: Error, seen: SeenCertificate) {
    super(failure, { cause });
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
  return new CertificateRefused(whyRefused(host, code, leaf, cause), cause, seenOf(leaf));
}

function whyRefused(
  host: string,
  code: string,
  leaf: DetailedPeerCertificate,
  cause: Error,
): Failure {
  switch (code) {
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return failureOf('certificate-of-other-name', { args: { host, names: namesOf(leaf) } });
    case 'CERT_HAS_EXPIRED': {
      const expired = chainOf(leaf).find(one => Date.parse(one.valid_to) < Date.now()) ?? leaf;
      const date = dateOf(expired.valid_to);
      if (expired === leaf) return failureOf('certificate-expired', { args: { host, date } });
      const issuer = nameOf(expired);
      return failureOf('issuer-certificate-expired', { args: { host, issuer, date } });
    }
    case 'CERT_NOT_YET_VALID': {
      const early = chainOf(leaf).find(one => Date.parse(one.valid_from) > Date.now()) ?? leaf;
      const date = dateOf(early.valid_from);
      if (early === leaf) return failureOf('certificate-not-yet-valid', { args: { host, date } });
      const issuer = nameOf(early);
      return failureOf('issuer-certificate-not-yet-valid', { args: { host, issuer, date } });
    }
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
      return failureOf('certificate-self-signed', { args: { host } });
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
      return failureOf('certificate-issuer-unknown', { args: { host, issuer: issuerOf(leaf) } });
    default:
      return failureOf('certificate-chain-refused', { args: { host, reason: cause.message } });
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

/** As a person can compare it. */
export function seenOf(leaf: DetailedPeerCertificate): SeenCertificate {
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

function namesOf(leaf: DetailedPeerCertificate): FailureArg {
  const alternatives = alternativesOf(leaf);
  return alternatives.length > 0 ? alternatives.join(', ') : nameOf(leaf);
}

function nameOf({ subject }: DetailedPeerCertificate): FailureArg {
  return first(subject?.CN) ?? noName;
}

function issuerOf(leaf: DetailedPeerCertificate): FailureArg {
  const top = chainOf(leaf).at(-1) ?? leaf;
  const { CN, O, OU } = top.issuer ?? {};
  return first(CN) ?? first(O) ?? first(OU) ?? noName;
}

const noName: { readonly word: FailureWord } = { word: 'no-name' };

function first(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.[0];
}

function dateOf(text: string): string {
  return `${new Date(text).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
