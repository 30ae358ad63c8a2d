import { X509Certificate } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Certificates, makeCertificates, opensslMissing } from './certificates.ts';

const missing = opensslMissing();

describe.skipIf(missing !== undefined)(
  `certificates${missing === undefined ? '' : ` (${missing})`}`,
  () => {
    let certificates: Certificates;
    let authority: X509Certificate;

    beforeAll(async () => {
      certificates = await makeCertificates();
      authority = new X509Certificate(readFileSync(certificates.ca));
    });
    afterAll(async () => {
      await certificates.remove();
      expect(existsSync(certificates.folder)).toBe(false);
    });

    /** Which of the checks that a client makes the certificate passes. */
    function checks(cert: string): { issuer: boolean; name: boolean; date: boolean } {
      const certificate = new X509Certificate(cert);
      const now = new Date();
      return {
        issuer: certificate.verify(authority.publicKey),
        name: certificate.checkHost('localhost') !== undefined,
        date: certificate.validFromDate < now && now < certificate.validToDate,
      };
    }

    test.each([
      ['right', { issuer: true, name: true, date: true }],
      ['wrongName', { issuer: true, name: false, date: true }],
      ['expired', { issuer: true, name: true, date: false }],
      ['notYetValid', { issuer: true, name: true, date: false }],
      ['unknownIssuer', { issuer: false, name: true, date: true }],
      ['selfSigned', { issuer: false, name: true, date: true }],
    ] as const)('%s fails exactly the check it is made for', (name, expected) => {
      expect(checks(certificates[name].cert)).toEqual(expected);
      const key = readFileSync(certificates[name].keyFile, 'utf8');
      expect(key).toBe(certificates[name].key);
    });

    test('the right one is good for the loopback addresses', () => {
      const certificate = new X509Certificate(certificates.right.cert);
      expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1');
      expect(certificate.checkIP('::1')).toBe('::1');
    });

    test('the two folders hold the authority, hashed and plain', () => {
      const [hashed] = readdirSync(certificates.hashedFolder);
      expect(hashed).toMatch(/^[0-9a-f]{8}\.0$/);
      const pem = readFileSync(certificates.ca, 'utf8');
      expect(readFileSync(join(certificates.hashedFolder, hashed ?? ''), 'utf8')).toBe(pem);
      const plain = join(certificates.plainFolder, 'test-authority.crt');
      expect(readFileSync(plain, 'utf8')).toBe(pem);
    });
  },
);
