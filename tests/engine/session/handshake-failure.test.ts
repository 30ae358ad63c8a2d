import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect, createServer, type SecureVersion, type TlsOptions } from 'node:tls';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { handshakeFailure } from '../../../electron/engine/session/transport/transport-failure.ts';
import type { Server } from '../../../shared/model/account.ts';
import { type Certificates, makeCertificates } from '../../servers/certificates.ts';
import { startRawServer } from './raw-server.ts';

const endpoint: Server = {
  host: 'imap.example.org',
  port: 993,
  security: 'tls',
  connectTimeout: 1_000,
  timeout: 1_000,
};

/** What a handshake with the server fails with. */
async function refusal(port: number, minVersion: SecureVersion = 'TLSv1.2'): Promise<Error> {
  const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false, minVersion });
  const [error] = await once(socket, 'error');
  return error;
}

/** A server that wants what nobody on the other side offers. */
async function pickyServer(): Promise<number> {
  const server = createServer({ minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' });
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

describe('where the app knows fewer ways to encrypt than the command line', () => {
  test('a handshake that fails says that the command line may still reach the server', async () => {
    const error = await refusal(await pickyServer(), 'TLSv1.3');
    const { nextStep } = handshakeFailure(error, endpoint, true).failure;
    expect(nextStep).toMatch(/993.*the command line \(imapcl\) may still reach it\.$/);
    expect(handshakeFailure(error, endpoint, false).failure.nextStep).not.toContain('imapcl');
  });

  test('what is not TLS at all is none for the command line either', async () => {
    const server = await startRawServer(conversation => conversation.say('* OK ready\r\n'));
    onTestFinished(() => server.stop());
    const { message, nextStep } = handshakeFailure(
      await refusal(server.port),
      endpoint,
      true,
    ).failure;
    expect(message).toContain('does not accept encrypted connections');
    expect(nextStep).not.toContain('imapcl');
  });
});

test('this Node is not Electron: its failures say nothing of the command line', async () => {
  const error = await refusal(await pickyServer(), 'TLSv1.3');
  expect(handshakeFailure(error, endpoint).failure.nextStep).not.toContain('imapcl');
});

describe('a server whose encryption is too old', () => {
  /** Of 1,024 bits, the fewest that Node takes for a server; by `openssl dhparam -dsaparam 1024`. */
  const weakDiffieHellman = `-----BEGIN X9.42 DH PARAMETERS-----
MIIBJgKBgQDjWSRbnM079aKsWJJAinjDm30OX5xwKfvtk1m4WPwrbYBSTNIRzSz1
+dAnoKp/v+brx6BBZKmpgSnSpXsQ3v5GOi5gRAX3q/e4M8hb1xe5K/p1pZgCAHPv
L2Ze6yp7KoJNNeeG3OMm88RwLG7fINgFGw1iQWZC32YJLc8l35c19wKBgE+fkXJY
55AiCoJ2p3bVoKEOCRS6Ec+zrc1NirIIhT1XkmJdgo+iTua6uaaQyvCMgcQ6Csz8
SoJnxmRpAwsF2bAgbv0uafqEHlwVJzNBGgaqH4ejchzW0p2SPVzEwFEom9p1Pw4e
wZ4N1mp/JjO2sqIuRotoUZ226lUfDV1kXwpfAh0AzwYVk1FpxQLEbpbTGdGICzeI
3Jyn1XfM7ceJmw==
-----END X9.42 DH PARAMETERS-----
`;
  let certificates: Certificates;
  beforeAll(async () => {
    certificates = await makeCertificates();
  });
  afterAll(() => certificates.remove());
  const servers: Readonly<Record<string, TlsOptions>> = {
    'TLS 1.0 only': { minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'ALL:@SECLEVEL=0' },
    'TLS 1.1 only': { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' },
    'a weak Diffie-Hellman key': {
      maxVersion: 'TLSv1.2',
      ciphers: 'DHE-RSA-AES128-GCM-SHA256:@SECLEVEL=0',
      dhparam: weakDiffieHellman,
    },
    'no cipher in common': { maxVersion: 'TLSv1.2', ciphers: 'NULL-SHA256:@SECLEVEL=0' },
  };

  test.each(Object.keys(servers))('%s', async name => {
    const server = createServer({
      key: certificates.right.key,
      cert: certificates.right.cert,
      ...servers[name],
    });
    server.on('tlsClientError', () => undefined);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const { message, nextStep } = handshakeFailure(await refusal(port), endpoint, false).failure;
    expect(message).toMatch(/^This server’s encryption is too old/);
    expect(nextStep).toMatch(/TLS 1\.2 or later/);
  });
});
