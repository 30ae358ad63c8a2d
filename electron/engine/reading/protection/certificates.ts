import { X509Certificate } from 'node:crypto';
import { AltName, BasicConstraints, Certificate, type Extension } from 'pkijs';

/** Bytes of a certificate that is read: ten times what any has. */
const longest = 64 * 1024;

/** A certificate as two libraries read it: one knows its fields, the other what it signed. */
export interface ReadCertificate {
  readonly fields: Certificate;
  readonly x509: X509Certificate;
}

/** @returns undefined for what is none */
export function readCertificate(der: Buffer): ReadCertificate | undefined {
  if (der.length > longest) return undefined;
  try {
    return { fields: Certificate.fromBER(der), x509: new X509Certificate(der) };
  } catch {
    return undefined;
  }
}

const emailAddress = '1.2.840.113549.1.9.1';
const subjectAltName = '2.5.29.17';
const basicConstraints = '2.5.29.19';
const subjectKeyId = '2.5.29.14';
/** Of a general name: an address (RFC 5280 section 4.2.1.6). */
const rfc822Name = 1;

/** Whose it is: the name, else whatever stands for it. */
export function nameOf({ fields }: ReadCertificate): string {
  return commonName(fields.subject.typesAndValues);
}

export function issuerOf({ fields }: ReadCertificate): string {
  return commonName(fields.issuer.typesAndValues);
}

interface Named {
  readonly type: string;
  readonly value: { readonly valueBlock: { readonly value: unknown } };
}

/** Common name, else organisation, else its unit, else all that stands there. */
export function commonName(values: readonly Named[]): string {
  const said = values.map(({ type, value }) => [type, String(value.valueBlock.value)] as const);
  for (const wanted of ['2.5.4.3', '2.5.4.10', '2.5.4.11']) {
    const found = said.find(([type]) => type === wanted)?.[1];
    if (found) return shown(found);
  }
  return shown(said.map(([, value]) => value).join(', '));
}

/** Addresses that it is good for, in lower case. */
export function addressesOf({ fields }: ReadCertificate): string[] {
  const alternative = extension(fields, subjectAltName)?.parsedValue;
  const names = alternative instanceof AltName ? alternative.altNames : [];
  const found = [
    ...names.filter(({ type }) => type === rfc822Name).map(({ value }) => value),
    ...fields.subject.typesAndValues
      .filter(({ type }) => type === emailAddress)
      .map(({ value }) => value.valueBlock.value),
  ];
  const addresses = found.filter(each => typeof each === 'string').map(each => each.toLowerCase());
  return [...new Set(addresses)].slice(0, 20).map(shown);
}

export function serialOf({ fields }: ReadCertificate): string {
  return hexOf(fields.serialNumber.valueBlock.valueHexView);
}

/** Undefined where it does not say. */
export function keyIdOf({ fields }: ReadCertificate): string | undefined {
  const value = extension(fields, subjectKeyId)?.parsedValue;
  return value === undefined ? undefined : hexOf(value.valueBlock.valueHexView);
}

/** Certificates of authorities that may come between it and its end; undefined for any number. */
export function pathLength({ fields }: ReadCertificate): number | undefined {
  const value = extension(fields, basicConstraints)?.parsedValue;
  if (!(value instanceof BasicConstraints)) return undefined;
  const { pathLenConstraint } = value;
  return typeof pathLenConstraint === 'number' ? pathLenConstraint : undefined;
}

export function isValidAt({ fields }: ReadCertificate, time: number): boolean {
  return fields.notBefore.value.getTime() <= time && time <= fields.notAfter.value.getTime();
}

export function extension({ extensions }: Certificate, id: string): Extension | undefined {
  return extensions?.find(({ extnID }) => extnID === id);
}

export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex').toUpperCase().slice(0, 200);
}

/** Characters of a name that are shown. */
const longestName = 300;

/** Nothing that turns the words around it. */
function shown(name: string): string {
  return name
    .slice(0, longestName)
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .trim();
}
