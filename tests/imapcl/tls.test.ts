import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Certificate,
  type Certificates,
  makeCertificates,
  opensslMissing,
} from '../servers/certificates.ts';
import { cleanUpAfterEach, setUp } from './scripted-account.ts';

describe.skipIf(opensslMissing())('the server’s certificate', () => {
  cleanUpAfterEach();
  let certificates: Certificates;
  beforeAll(async () => {
    certificates = await makeCertificates();
  });
  afterAll(() => certificates.remove());

  const tlsServer = (tls: Certificate) => setUp({ security: 'tls', tls });

  test('of a known authority is accepted', async () => {
    const { run } = await tlsServer(certificates.right);
    expect(await run('-T', '-c', certificates.ca)).toMatchObject({ code: 0 });
  });

  test.each([
    ['an unknown issuer', 'unknownIssuer', /issuer|authority|signed/i],
    ['itself as issuer', 'selfSigned', /self-signed|signed by itself|issuer/i],
    ['the wrong name', 'wrongName', /another\.example\.org/],
    ['a date that is over', 'expired', /expired|2021/i],
    ['a date to come', 'notYetValid', /not yet|2099/i],
  ] as const)('-3: with %s is refused, and says why', async (_name, which, words) => {
    const { run, server, place } = await tlsServer(certificates[which]);
    const { code, stderr } = await run('-T', '-c', certificates.ca);
    expect(stderr).toMatch(words);
    expect(code).toBe(-3);
    expect(stderr).not.toMatch(/^\s+at |secret/m);
    expect(server.commands).toEqual([]);
    await expect(readFile(place.out)).rejects.toThrow('ENOENT');
  });

  test('-3: is refused under STARTTLS too, before any password is sent', async () => {
    const { run, server } = await setUp({ security: 'starttls', tls: certificates.selfSigned });
    expect(await run('--starttls', '-c', certificates.ca)).toMatchObject({ code: -3 });
    expect(server.commands.map(({ name }) => name)).not.toContain('LOGIN');
  });

  test('-3: of a private authority is not trusted by default', async () => {
    const { run } = await tlsServer(certificates.right);
    expect(await run('-T')).toMatchObject({ code: -3 });
  });

  test('a folder with unreadable entries is used with a warning', async () => {
    const { run, place } = await tlsServer(certificates.right);
    const folder = join(place.folder, 'certs');
    await mkdir(folder);
    await writeFile(join(folder, 'ours.pem'), await readFile(certificates.ca));
    await writeFile(join(folder, 'broken.pem'), '-----BEGIN CERTIFICATE-----\nnonsense\n');
    await mkdir(join(folder, 'folder.crt'));
    await chmod(folder, 0o755);
    const { code, stderr } = await run('-T', '-C', folder);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^Warning: .*broken\.pem/m);
  });

  test('2: an unreadable -c names the option', async () => {
    const { run, place } = await tlsServer(certificates.right);
    const { code, stderr } = await run('-T', '-c', join(place.folder, 'nowhere.pem'));
    expect(code).toBe(2);
    expect(stderr).toMatch(/-c|nowhere\.pem/);
  });

  test('-4: plain words before the handshake of STARTTLS are an error, not commands', async () => {
    const { run, server } = await setUp({
      security: 'starttls',
      tls: certificates.right,
      onCommand: ({ name }) =>
        name === 'STARTTLS' ? { after: '* OK injected before the handshake\r\n' } : 'default',
    });
    expect(await run('--starttls', '-c', certificates.ca)).toMatchObject({ code: -4 });
    expect(server.commands.map(({ name }) => name)).not.toContain('LOGIN');
  });
});
