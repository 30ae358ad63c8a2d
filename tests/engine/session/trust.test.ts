import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { copyFile, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { loadTrust } from '../../../electron/engine/session/transport/trust.ts';
import { type Certificates, makeCertificates, opensslMissing } from '../../servers/certificates.ts';

const missing = opensslMissing();

describe.skipIf(missing)(`trust${missing ? ` (left out: ${missing})` : ''}`, () => {
  let certificates: Certificates;
  beforeAll(async () => {
    certificates = await makeCertificates();
  });
  afterAll(() => certificates.remove());

  async function folder(): Promise<string> {
    const path = await mkdtemp(join(tmpdir(), 'mailstow-trust-'));
    onTestFinished(() => rm(path, { recursive: true }));
    return path;
  }

  test('a file with several certificates', async () => {
    const bundle = join(await folder(), 'bundle.pem');
    await writeFile(
      bundle,
      `first\n${certificates.right.cert}\nsecond\n${certificates.expired.cert}`,
    );
    const { ca, warnings } = loadTrust({ certificateFile: bundle });
    expect(ca).toHaveLength(2);
    expect(warnings).toEqual([]);
  });

  test('a hashed folder and a plain one hold the same authority', () => {
    const { hashedFolder, plainFolder } = certificates;
    const hashed = loadTrust({ certificateFolder: hashedFolder });
    const plain = loadTrust({ certificateFolder: plainFolder });
    expect(hashed.ca).toHaveLength(1);
    expect(plain).toEqual(hashed);
  });

  test('a file and a folder both count', () => {
    const { ca } = loadTrust({
      certificateFile: certificates.selfSigned.certFile,
      certificateFolder: certificates.plainFolder,
    });
    expect(ca).toHaveLength(2);
  });

  test('links, doubles, bundles and binary files are read, the rest is left alone', async () => {
    const path = await folder();
    const { right, expired, ca: authority } = certificates;
    await writeFile(join(path, 'bundle.crt'), right.cert + expired.cert);
    await copyFile(right.certFile, join(path, 'again.pem'));
    await symlink('again.pem', join(path, '0a1b2c3d.0'));
    await symlink(authority, join(path, '4e5f6a7b.0'));
    await writeFile(
      join(path, 'binary.cer'),
      new X509Certificate(certificates.selfSigned.cert).raw,
    );
    await writeFile(join(path, 'README'), 'no certificate');
    const { ca, warnings } = loadTrust({ certificateFolder: path });
    const expected = [right.cert, expired.cert, await readFile(authority, 'utf8')];
    expected.push(certificates.selfSigned.cert);
    const fingerprints = (texts: readonly string[]) =>
      texts.map(text => new X509Certificate(text).fingerprint256).sort();
    expect(fingerprints(ca ?? [])).toEqual(fingerprints(expected));
    expect(warnings).toEqual([]);
  });

  test.skipIf(process.platform === 'win32')(
    'what is no regular file is refused at once, named by a person or found in a folder',
    async () => {
      const path = await folder();
      await copyFile(certificates.ca, join(path, 'good.pem'));
      execFileSync('mkfifo', [join(path, 'pipe.pem')]);
      await symlink('/dev/zero', join(path, 'device.pem'));
      await symlink('pipe.pem', join(path, 'link-to-pipe.pem'));
      const socket = createServer().listen(join(path, 'socket.pem'));
      await once(socket, 'listening');
      const names = ['pipe.pem', 'device.pem', 'link-to-pipe.pem', 'socket.pem'];
      for (const name of names) {
        expect(() => loadTrust({ certificateFile: join(path, name) }), name).toThrow(
          'it is not a regular file',
        );
      }
      const { ca, warnings } = loadTrust({ certificateFolder: path });
      expect(ca).toHaveLength(1);
      expect(warnings.filter(({ message }) => message.includes('not a regular file'))).toHaveLength(
        3,
      );
      socket.close();
    },
  );

  test('entries that cannot be read are named and skipped', async () => {
    const path = await folder();
    await copyFile(certificates.ca, join(path, 'good.pem'));
    await symlink('nowhere', join(path, '0a1b2c3d.0'));
    await writeFile(join(path, 'empty.crt'), '');
    await writeFile(
      join(path, 'broken.pem'),
      '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n',
    );
    const { ca, warnings } = loadTrust({ certificateFolder: path });
    expect(ca).toHaveLength(1);
    expect(warnings.map(({ message }) => message).sort()).toEqual([
      expect.stringContaining(`${join(path, '0a1b2c3d.0')} was skipped: it does not exist`),
      expect.stringContaining(`${join(path, 'empty.crt')} was skipped: it contains no certificate`),
      expect.stringMatching(/damaged certificate .* was skipped/),
    ]);
  });

  test('an empty folder trusts nobody, and says so', async () => {
    const path = await folder();
    expect(loadTrust({ certificateFolder: path })).toEqual({
      ca: [],
      warnings: [
        expect.objectContaining({
          message: `The certificate folder ${path} contains no certificate.`,
        }),
      ],
    });
  });

  test.each(['missing', 'key', 'empty'])('a %s file is a wrong argument', async which => {
    const path = await folder();
    const files = {
      missing: join(path, 'missing.pem'),
      key: certificates.right.keyFile,
      empty: join(path, 'empty.pem'),
    };
    await writeFile(files.empty, '');
    const file = files[which as keyof typeof files];
    expect(() => loadTrust({ certificateFile: file })).toThrow(
      expect.objectContaining({ kind: 'arguments', message: expect.stringContaining(file) }),
    );
  });

  test.each(['missing', 'file'])('a folder that is a %s is a wrong argument', async which => {
    const path = which === 'file' ? certificates.ca : join(await folder(), 'missing');
    expect(() => loadTrust({ certificateFolder: path })).toThrow(
      expect.objectContaining({ kind: 'arguments', message: expect.stringContaining(path) }),
    );
  });

  test('without either the defaults count', () => {
    const { ca } = loadTrust({});
    expect(ca === undefined || ca.length > 0).toBe(true);
  });
});
