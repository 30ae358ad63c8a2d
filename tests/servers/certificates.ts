import { execFile, spawnSync } from 'node:child_process';
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A server's key and certificate, as PEM texts and as the files they stand in. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
  readonly keyFile: string;
  readonly certFile: string;
}

/** Everything a test of trust needs, made afresh and gone after {@link Certificates.remove}. */
export interface Certificates {
  readonly folder: string;
  /** PEM file of the authority that signed all but `unknownIssuer` and `selfSigned`. */
  readonly ca: string;
  /** Folder with the authority under its OpenSSL hash (`xxxxxxxx.0`). */
  readonly hashedFolder: string;
  /** Folder with the authority as a plain `.crt` file. */
  readonly plainFolder: string;
  /** For localhost, 127.0.0.1 and ::1. */
  readonly right: Certificate;
  /** For another.example.org only. */
  readonly wrongName: Certificate;
  /** For example.test, provider.test, settings.internal, services.internal, what is right below them, and Gmail's. */
  readonly ofDomains: Certificate;
  /** Right names, ended in 2021. */
  readonly expired: Certificate;
  /** Right names, begins in 2099. */
  readonly notYetValid: Certificate;
  /** Right names, from an authority that nobody is told of. */
  readonly unknownIssuer: Certificate;
  /** Right names, signed by itself. */
  readonly selfSigned: Certificate;
  remove(): Promise<void>;
}

/** Why no certificates can be made here, or undefined where they can. */
export function opensslMissing(): string | undefined {
  const { error, status } = spawnSync('openssl', ['version']);
  return error === undefined && status === 0
    ? undefined
    : 'the command openssl is not there (Debian: apt-get install openssl)';
}

const rightNames = 'DNS:localhost,IP:127.0.0.1,IP:::1';
const domains = ['example.test', 'provider.test', 'settings.internal', 'services.internal']
  .map(domain => `DNS:${domain},DNS:*.${domain}`)
  .concat('DNS:imap.gmail.com')
  .join(',');
const valid: Period = ['20200101000000Z', '20991231000000Z'];

type Period = readonly [from: string, to: string];

/** Makes two authorities and a certificate for every case, in a new folder inside `parent`. */
export async function makeCertificates(parent = tmpdir()): Promise<Certificates> {
  const folder = await mkdtemp(join(parent, 'mailstow-certificates-'));
  // Programs of other users read the authorities.
  await chmod(folder, 0o755);
  const [known, unknown] = await Promise.all([
    Authority.make(folder, 'known'),
    Authority.make(folder, 'unknown'),
  ]);
  return {
    folder,
    ca: known.certFile,
    hashedFolder: await hashedFolder(folder, known.certFile),
    plainFolder: await plainFolder(folder, known.certFile),
    right: await known.sign('right', rightNames, valid),
    wrongName: await known.sign('wrong-name', 'DNS:another.example.org', valid),
    ofDomains: await known.sign('of-domains', domains, valid),
    expired: await known.sign('expired', rightNames, ['20200101000000Z', '20210101000000Z']),
    notYetValid: await known.sign('not-yet-valid', rightNames, ['20990101000000Z', valid[1]]),
    unknownIssuer: await unknown.sign('unknown-issuer', rightNames, valid),
    selfSigned: await selfSigned(folder),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

/** `openssl ca`, because it alone sets both ends of a period in every version of OpenSSL in use. */
class Authority {
  readonly certFile: string;
  readonly #folder: string;
  readonly #configFile: string;

  private constructor(folder: string) {
    this.#folder = folder;
    this.certFile = join(folder, 'ca.pem');
    this.#configFile = join(folder, 'openssl.cnf');
  }

  static async make(parent: string, name: string): Promise<Authority> {
    const folder = join(parent, name);
    await mkdir(folder);
    const authority = new Authority(folder);
    await writeFile(join(folder, 'index.txt'), '');
    await writeFile(authority.#configFile, configuration(folder));
    const subject = `/CN=Mailstow test authority (${name})`;
    await run('openssl', [
      ...['req', '-x509', '-config', authority.#configFile, '-extensions', 'authority', ...newKey],
      ...['-keyout', join(folder, 'ca.key'), '-out', authority.certFile],
      ...['-subj', subject, '-days', '3'],
    ]);
    return authority;
  }

  async sign(name: string, names: string, [from, to]: Period): Promise<Certificate> {
    const file = (ending: string): string => join(this.#folder, `${name}${ending}`);
    await run('openssl', [
      ...['req', '-new', '-config', this.#configFile, ...newKey, '-subj', `/CN=${name}`],
      ...['-keyout', file('.key'), '-out', file('.csr')],
    ]);
    await writeFile(file('.ext'), `subjectAltName=${names}\nextendedKeyUsage=serverAuth\n`);
    await run('openssl', [
      ...['ca', '-batch', '-notext', '-config', this.#configFile, '-extfile', file('.ext')],
      ...['-in', file('.csr'), '-out', file('.pem'), '-startdate', from, '-enddate', to],
    ]);
    return readCertificate(file('.key'), file('.pem'));
  }
}

function configuration(folder: string): string {
  return `[req]
distinguished_name = subject
[subject]
[authority]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[ca]
default_ca = own
[own]
dir = ${folder}
database = $dir/index.txt
new_certs_dir = $dir
certificate = $dir/ca.pem
private_key = $dir/ca.key
rand_serial = yes
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
`;
}

async function selfSigned(folder: string): Promise<Certificate> {
  const [keyFile, certFile] = [join(folder, 'self-signed.key'), join(folder, 'self-signed.pem')];
  await run('openssl', [
    ...['req', '-x509', ...newKey, '-keyout', keyFile, '-out', certFile, '-days', '3'],
    ...['-subj', '/CN=localhost', '-addext', `subjectAltName=${rightNames}`],
  ]);
  return readCertificate(keyFile, certFile);
}

async function readCertificate(keyFile: string, certFile: string): Promise<Certificate> {
  const [key, cert] = await Promise.all([readFile(keyFile, 'utf8'), readFile(certFile, 'utf8')]);
  return { key, cert, keyFile, certFile };
}

async function hashedFolder(parent: string, ca: string): Promise<string> {
  const folder = join(parent, 'hashed');
  await mkdir(folder);
  const { stdout } = await run('openssl', ['x509', '-hash', '-noout', '-in', ca]);
  await copyFile(ca, join(folder, `${stdout.trim()}.0`));
  return folder;
}

async function plainFolder(parent: string, ca: string): Promise<string> {
  const folder = join(parent, 'plain');
  await mkdir(folder);
  await copyFile(ca, join(folder, 'test-authority.crt'));
  return folder;
}
