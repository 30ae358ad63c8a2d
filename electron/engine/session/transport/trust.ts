import { X509Certificate } from 'node:crypto';
import { type Dirent, existsSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { getCACertificates } from 'node:tls';
import { defaults } from '../../../../shared/defaults.ts';
import type { FailureWord } from '../../../../shared/i18n/failure-of.ts';
import { warningOf } from '../../../../shared/i18n/warning-of.ts';
import type { Server } from '../../../../shared/model/account.ts';
import type { FailureArg } from '../../../../shared/model/failure.ts';
import type { Warning } from '../../../../shared/model/warning.ts';
import { MailstowError } from '../../errors.ts';
import { readNamedFile } from '../../regular-file.ts';

/** Whose word counts for a server's certificate. Neither given: the default folder, else the system's store. */
export type Trust = Pick<Server, 'certificateFile' | 'certificateFolder'>;

export interface TrustedCertificates {
  /** PEM, one certificate each; undefined leaves the choice to the runtime's own list. */
  readonly ca: string[] | undefined;
  /** One for each entry that was skipped. */
  readonly warnings: readonly Warning[];
}

const pemCertificate = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g;
/** The first byte of a certificate in binary form. */
const derSequence = 0x30;
const certificateEntry = /^[0-9a-f]{8}\.\d+$|\.(?:pem|crt|cer)$/i;

/**
 * Reads the trusted certificates. A file and a folder given together both count.
 * @throws MailstowError 'arguments' for a file or folder that cannot be read, or a file without a certificate
 */
export function loadTrust(trust: Trust): TrustedCertificates {
  const { certificateFile, certificateFolder: folder } = trust;
  if (certificateFile === undefined && folder === undefined) return defaultTrust();
  const warnings: Warning[] = [];
  const ca = new Set<string>();
  if (certificateFile !== undefined) {
    for (const certificate of certificatesOf(certificateFile)) ca.add(certificate);
  }
  if (folder !== undefined) {
    const found = readFolder(folder, warnings).filter(certificate => {
      const valid = isCertificate(certificate);
      if (!valid) warnings.push(warningOf('certificate-damaged', { args: { folder } }));
      return valid;
    });
    if (found.length === 0) {
      warnings.push(warningOf('certificate-folder-empty', { args: { folder } }));
    }
    for (const certificate of found) ca.add(certificate);
  }
  return { ca: [...ca], warnings };
}

/** The default folder may exist and be empty (macOS), hence the second look at the system's store. */
function defaultTrust(): TrustedCertificates {
  const folder = defaults.certificateFolder;
  const warnings: Warning[] = [];
  const found = existsSync(folder) ? readFolder(folder, warnings) : [];
  if (found.length > 0) return { ca: found, warnings };
  const system = getCACertificates('system');
  return { ca: system.length > 0 ? system : undefined, warnings };
}

function certificatesOf(path: string): string[] {
  let certificates: string[];
  try {
    certificates = certificatesIn(readNamedFile(path));
  } catch (cause) {
    throw new MailstowError('certificate-file-unreadable', {
      args: { path, reason: reasonOf(cause) },
      cause,
    });
  }
  if (certificates.length > 0 && certificates.every(isCertificate)) return certificates;
  throw new MailstowError(
    certificates.length > 0 ? 'certificate-file-damaged' : 'certificate-file-empty',
    { args: { path } },
  );
}

function readFolder(folder: string, warnings: Warning[]): string[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (cause) {
    throw new MailstowError('certificate-folder-unreadable', {
      args: { path: folder, reason: reasonOf(cause) },
      cause,
    });
  }
  const names = new Set(entries.map(entry => entry.name));
  const certificates = new Set<string>();
  for (const entry of entries) {
    if (!certificateEntry.test(entry.name)) continue;
    const path = join(folder, entry.name);
    try {
      // A hash link to a neighbour: the neighbour is read anyway.
      if (entry.isSymbolicLink() && isListed(readlinkSync(path), names)) continue;
      const found = certificatesIn(readNamedFile(path));
      if (found.length === 0) {
        warnings.push(warningOf('file-without-certificate', { args: { path } }));
      }
      for (const certificate of found) certificates.add(certificate);
    } catch (cause) {
      const reason = reasonOf(cause);
      warnings.push(warningOf('certificate-file-skipped', { args: { path, reason } }));
    }
  }
  return [...certificates];
}

function isListed(name: string, names: ReadonlySet<string>): boolean {
  return names.has(name) && certificateEntry.test(name);
}

/** PEM blocks, or the one certificate of a file in binary (DER) form, as `.cer` files often are. */
function certificatesIn(bytes: Buffer): string[] {
  const blocks = bytes.toString('latin1').match(pemCertificate);
  if (blocks) return blocks;
  return bytes[0] === derSequence ? [new X509Certificate(bytes).toString()] : [];
}

function isCertificate(pem: string): boolean {
  try {
    new X509Certificate(pem);
    return true;
  } catch {
    return false;
  }
}

const reasons: ReadonlyMap<unknown, { readonly word: FailureWord }> = new Map([
  ['ENOENT', { word: 'not-there' }],
  ['EACCES', { word: 'no-permission' }],
  ['EPERM', { word: 'no-permission' }],
  ['EISDIR', { word: 'a-folder' }],
  ['ENOTDIR', { word: 'no-folder' }],
]);

function reasonOf(thrown: unknown): FailureArg {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  const known = reasons.get(code);
  if (known !== undefined) return known;
  return thrown instanceof Error ? thrown.message : String(thrown);
}
