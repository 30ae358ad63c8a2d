import { createHash, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { Transport } from '../../../electron/engine/session/transport/transport.ts';
import type { Server } from '../../../shared/model/account.ts';
import {
  type Certificate,
  type Certificates,
  makeCertificates,
  opensslMissing,
} from '../../servers/certificates.ts';
import { failureOf, serverAt } from './open-connection.ts';
import { startRawServer } from './raw-server.ts';

async function open(server: Server, signal?: AbortSignal): Promise<Transport> {
  const transport = await Transport.open({
    server,
    onWarning: () => {},
    ...(signal && { signal }),
  });
  onTestFinished(() => transport.destroy());
  return transport;
}

/** A port that nothing listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('without encryption', () => {
  test.each(['127.0.0.1', '::1', 'localhost'])('connects to %s', async host => {
    const server = await startRawServer(
      conversation => conversation.say('hello'),
      host === 'localhost' ? '127.0.0.1' : host,
    );
    onTestFinished(() => server.stop());
    const transport = await open(serverAt(server.port, { host }));
    const greeted = new Promise<string>((resolve, reject) =>
      transport.listen({ data: chunk => resolve(chunk.toString()), closed: reject }),
    );
    expect(await greeted).toBe('hello');
    expect(transport.encryption).toBeUndefined();
  });

  test('a refused connection', async () => {
    const port = await freePort();
    expect(await failureOf(open(serverAt(port)))).toMatchObject({
      failure: { kind: 'connection', scope: 'account' },
      message: `127.0.0.1:${port} refused the connection.`,
    });
  });

  test('a name that does not resolve', async () => {
    const nowhere = serverAt(143, { host: 'nowhere.invalid' });
    expect(await failureOf(open(nowhere))).toMatchObject({
      failure: { kind: 'name-not-found', scope: 'account' },
      message: 'There is no server called nowhere.invalid.',
    });
  });

  test('an abort before and one right after the start', async () => {
    const server = await startRawServer(() => {});
    onTestFinished(() => server.stop());
    const endpoint = serverAt(server.port);
    const before = failureOf(open(endpoint, AbortSignal.abort()));
    expect(await before).toMatchObject({ failure: { kind: 'stopped', scope: 'run' } });
    const abort = new AbortController();
    const during = failureOf(open(endpoint, abort.signal));
    abort.abort();
    expect(await during).toMatchObject({ kind: 'stopped' });
  });

  test('a loss between the connection and the first listener is told', async () => {
    const server = await startRawServer(conversation => {
      conversation.socket.destroy();
    });
    onTestFinished(() => server.stop());
    const transport = await open(serverAt(server.port));
    const closed = new Promise(resolve => transport.listen({ data: () => {}, closed: resolve }));
    expect(await closed).toMatchObject({ kind: 'receive' });
  });
});

const missing = opensslMissing();

describe.skipIf(missing)(`TLS${missing ? ` (left out: ${missing})` : ''}`, () => {
  let certificates: Certificates;
  beforeAll(async () => {
    certificates = await makeCertificates();
  });
  afterAll(() => certificates.remove());

  async function tlsServer({ key, cert }: Certificate, host = '127.0.0.1', maxVersion?: 'TLSv1.1') {
    const versions = maxVersion && { minVersion: 'TLSv1' as const, maxVersion };
    const server = createTlsServer({ key, cert, ...versions }, socket => {
      socket.on('error', () => {});
      socket.write('hello');
    });
    server.on('tlsClientError', () => {});
    server.listen(0, host);
    await once(server, 'listening');
    onTestFinished(() => {
      server.close();
    });
    return (server.address() as AddressInfo).port;
  }

  const tls = (
    port: number,
    {
      trust = { certificateFile: certificates.ca },
      ...changes
    }: Partial<Server> & { readonly trust?: Partial<Server> } = {},
  ) => serverAt(port, { security: 'tls', ...trust, ...changes });

  test.each(['localhost', '127.0.0.1', '::1'])('the right certificate for %s', async host => {
    const port = await tlsServer(certificates.right, host === '::1' ? host : '127.0.0.1');
    const transport = await open(tls(port, { host }));
    expect(transport.encryption?.protocol).toMatch(/^TLSv1\.[23]$/);
    const greeted = new Promise<string>((resolve, reject) =>
      transport.listen({ data: chunk => resolve(chunk.toString()), closed: reject }),
    );
    expect(await greeted).toBe('hello');
  });

  test.each(['hashedFolder', 'plainFolder'] as const)('trust from a %s', async folder => {
    const port = await tlsServer(certificates.right);
    const trust = { certificateFolder: certificates[folder] };
    await expect(open(tls(port, { trust }))).resolves.toBeInstanceOf(Transport);
  });

  test.each([
    [
      'wrongName',
      /^The certificate of 127\.0\.0\.1 belongs to another server: it is valid for another\.example\.org\.$/,
    ],
    ['expired', /^The certificate of .* expired on 2021-01-01 00:00 UTC\.$/],
    ['notYetValid', /^The certificate of .* is not valid until 2099-01-01 00:00 UTC\.$/],
    [
      'unknownIssuer',
      /^This computer doesn’t trust the issuer of .*: “Mailstow test authority \(unknown\)”\.$/,
    ],
    ['selfSigned', /is self-signed, and this computer doesn’t trust it\.$/],
  ] as const)('a certificate that is %s', async (which, sentence) => {
    const port = await tlsServer(certificates[which]);
    expect(await failureOf(open(tls(port)))).toMatchObject({
      failure: { kind: 'certificate', scope: 'account', message: expect.stringMatching(sentence) },
    });
  });

  test('the defaults do not trust a private issuer', async () => {
    const port = await tlsServer(certificates.right);
    expect(await failureOf(open(tls(port, { trust: {} })))).toMatchObject({ kind: 'certificate' });
  });

  test('an empty folder trusts nobody', async () => {
    const port = await tlsServer(certificates.right);
    const trust = { certificateFolder: await mkdtemp(join(certificates.folder, 'empty-')) };
    expect(await failureOf(open(tls(port, { trust })))).toMatchObject({ kind: 'certificate' });
  });

  test('a self-signed certificate that was given is trusted', async () => {
    const port = await tlsServer(certificates.selfSigned);
    const trust = { certificateFile: certificates.selfSigned.certFile };
    await expect(open(tls(port, { trust }))).resolves.toBeInstanceOf(Transport);
  });

  test('a refused certificate is told as it can be compared', async () => {
    const port = await tlsServer(certificates.wrongName);
    const { fingerprint256 } = new X509Certificate(certificates.wrongName.cert);
    expect(await failureOf(open(tls(port)))).toMatchObject({
      seen: {
        sha256: fingerprint256.replaceAll(':', '').toLowerCase(),
        subject: 'wrong-name',
        issuer: 'Mailstow test authority (known)',
        names: ['another.example.org'],
        validFrom: Date.UTC(2020, 0, 1),
        validTo: Date.UTC(2099, 11, 31),
      },
    });
  });

  describe('one certificate trusted by its fingerprint', () => {
    const pinned = ({ cert }: Certificate) => ({
      certificateFile: certificates.ca,
      trustedCertificate: createHash('sha256').update(new X509Certificate(cert).raw).digest('hex'),
    });

    test.each(['wrongName', 'expired', 'notYetValid', 'unknownIssuer', 'selfSigned'] as const)(
      'is accepted although it is %s',
      async which => {
        const port = await tlsServer(certificates[which]);
        const trust = pinned(certificates[which]);
        await expect(open(tls(port, { trust }))).resolves.toBeInstanceOf(Transport);
      },
    );

    test('makes no other one accepted that fails the usual checks', async () => {
      const port = await tlsServer(certificates.expired);
      const trust = pinned(certificates.selfSigned);
      expect(await failureOf(open(tls(port, { trust })))).toMatchObject({
        failure: { kind: 'certificate', message: expect.stringContaining('expired on') },
      });
    });

    test('leaves one accepted that stands them', async () => {
      const port = await tlsServer(certificates.right);
      const trust = pinned(certificates.selfSigned);
      await expect(open(tls(port, { trust }))).resolves.toBeInstanceOf(Transport);
    });
  });

  test('an old version of TLS', async () => {
    const port = await tlsServer(certificates.right, '127.0.0.1', 'TLSv1.1');
    expect(await failureOf(open(tls(port)))).toMatchObject({ kind: 'connection' });
  });

  test('a server that does not speak TLS', async () => {
    const server = await startRawServer(conversation => conversation.say('* OK ready\r\n'));
    onTestFinished(() => server.stop());
    expect(await failureOf(open(tls(server.port)))).toMatchObject({
      failure: { kind: 'connection', nextStep: expect.stringContaining('993') },
      message: `127.0.0.1:${server.port} does not accept encrypted connections.`,
    });
  });

  test('a server that hangs up during the handshake', async () => {
    const server = await startRawServer(async conversation => {
      await once(conversation.socket, 'data');
      conversation.socket.end();
    });
    onTestFinished(() => server.stop());
    expect(await failureOf(open(tls(server.port)))).toMatchObject({ kind: 'connection' });
  });

  test('a handshake that never ends: the budget of the connection is one for all of it', async () => {
    const server = await startRawServer(() => {});
    onTestFinished(() => server.stop());
    const began = performance.now();
    const failure = await failureOf(open(tls(server.port, { connectTimeout: 150 })));
    expect(failure).toMatchObject({
      kind: 'connection',
      message: expect.stringContaining('within 0.15 seconds'),
    });
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  test('an abort during the handshake', async () => {
    const abort = new AbortController();
    const server = await startRawServer(async conversation => {
      await once(conversation.socket, 'data');
      abort.abort();
    });
    onTestFinished(() => server.stop());
    expect(await failureOf(open(tls(server.port), abort.signal))).toMatchObject({
      kind: 'stopped',
    });
  });

  test('a certificate file that cannot be read fails before anything is sent', async () => {
    const trust = { certificateFile: `${certificates.folder}/missing.pem` };
    expect(await failureOf(open(tls(await freePort(), { trust })))).toMatchObject({
      kind: 'arguments',
    });
  });
});
