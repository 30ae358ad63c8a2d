import { once } from 'node:events';
import { connect, createServer, type SecureVersion } from 'node:tls';
import { describe, expect, onTestFinished, test } from 'vitest';
import { endpointOf } from '../../../electron/engine/session/endpoint.ts';
import { handshakeFailure } from '../../../electron/engine/session/transport-failure.ts';
import { startRawServer } from './raw-server.ts';

const endpoint = endpointOf({
  host: 'imap.example.org',
  port: 993,
  security: 'tls',
  connectTimeout: 1_000,
  timeout: 1_000,
});

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
    expect(message).toContain('not TLS');
    expect(nextStep).not.toContain('imapcl');
  });
});

test('this Node is not Electron: its failures say nothing of the command line', async () => {
  const error = await refusal(await pickyServer(), 'TLSv1.3');
  expect(handshakeFailure(error, endpoint).failure.nextStep).not.toContain('imapcl');
});
