import { createSecureContext, TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { connect } from '../../../electron/engine/session/session.ts';
import {
  type Certificate,
  type Certificates,
  makeCertificates,
  opensslMissing,
} from '../../servers/certificates.ts';
import { failureOf, serverAt } from './open-connection.ts';
import { Conversation, startRawServer } from './raw-server.ts';

const missing = opensslMissing();

describe.skipIf(missing)(`STARTTLS${missing ? ` (left out: ${missing})` : ''}`, () => {
  let certificates: Certificates;
  beforeAll(async () => {
    certificates = await makeCertificates();
  });
  afterAll(() => certificates.remove());

  /** Connects with STARTTLS to a server that says what `talk` makes it say. */
  async function startTls(talk: (server: Conversation) => void | Promise<void>) {
    const server = await startRawServer(talk);
    onTestFinished(() => server.stop());
    const session = await connect({
      server: serverAt(server.port, {
        security: 'starttls',
        certificateFile: certificates.ca,
        timeout: 1_000,
        connectTimeout: 1_000,
      }),
      onWarning: () => {},
    });
    onTestFinished(() => session.destroy());
    return session;
  }

  /** The server's side of the handshake. */
  function encrypted({ socket }: Conversation, { key, cert }: Certificate): Conversation {
    const secureContext = createSecureContext({ key, cert });
    return new Conversation(new TLSSocket(socket, { isServer: true, secureContext }));
  }

  test('encrypts, and forgets what the server said before', async () => {
    const lines: string[] = [];
    const session = await startTls(async server => {
      server.say('* OK [CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED] ready\r\n');
      lines.push(await server.line());
      server.say('A1 OK [CAPABILITY IMAP4rev1 AUTH=EVIL] begin\r\n');
      const secure = encrypted(server, certificates.right);
      lines.push(await secure.line());
      secure.say('* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\nA2 OK done\r\n');
      lines.push(await secure.line());
      secure.say('A3 OK [CAPABILITY IMAP4rev1] in\r\n');
    });
    expect(session.security?.protocol).toMatch(/^TLS/);
    expect([...session.capabilities]).toEqual(['IMAP4REV1', 'AUTH=PLAIN']);
    await session.login('accounts', 'secret');
    expect(lines).toEqual(['A1 STARTTLS', 'A2 CAPABILITY', 'A3 LOGIN "accounts" "secret"']);
  });

  const offer = '* OK [CAPABILITY IMAP4rev1 STARTTLS] ready\r\n';

  test.each([
    ['a whole response', '* CAPABILITY IMAP4rev1 AUTH=EVIL\r\n'],
    ['an answer to a command to come', 'A2 OK [CAPABILITY IMAP4rev1] done\r\n'],
    ['half a response', '* OK'],
  ])('%s behind the answer and before the handshake is tampering', async (_, injection) => {
    const connecting = startTls(async server => {
      server.say(offer);
      await server.line();
      server.say(`A1 OK begin\r\n${injection}`);
    });
    expect(await failureOf(connecting)).toMatchObject({
      failure: { kind: 'connection', message: expect.stringContaining('STARTTLS') },
    });
  });

  test('plain bytes in place of the handshake', async () => {
    const connecting = startTls(async server => {
      server.say(offer);
      await server.line();
      server.say('A1 OK begin\r\n');
      await server.bytes(1);
      server.say('* CAPABILITY IMAP4rev1 AUTH=EVIL\r\nA2 OK done\r\n');
    });
    expect(await failureOf(connecting)).toMatchObject({ kind: 'connection' });
  });

  test.each([
    ['not offered', '* OK [CAPABILITY IMAP4rev1] ready\r\n', ''],
    ['too late, since we are logged in', offer.replace('OK', 'PREAUTH'), ''],
    ['refused', offer, 'A1 NO not now\r\n'],
    ['not understood', offer, 'A1 BAD what?\r\n'],
  ])('%s: no going on in plain text', async (_, greeting, answer) => {
    const lines: string[] = [];
    let hungUp = false;
    const connecting = startTls(async server => {
      server.socket.on('close', () => {
        hungUp = true;
      });
      server.say(greeting);
      if (answer === '') return;
      lines.push(await server.line());
      server.say(answer);
    });
    expect(await failureOf(connecting)).toMatchObject({
      failure: { kind: 'connection', scope: 'account' },
    });
    expect(lines).toEqual(answer === '' ? [] : ['A1 STARTTLS']);
    await expect.poll(() => hungUp).toBe(true);
  });

  test('a certificate that is not right', async () => {
    const connecting = startTls(async server => {
      server.say(offer);
      await server.line();
      server.say('A1 OK begin\r\n');
      encrypted(server, certificates.expired);
    });
    expect(await failureOf(connecting)).toMatchObject({ kind: 'certificate' });
  });

  test('a handshake that never ends', async () => {
    const connecting = startTls(async server => {
      server.say(offer);
      await server.line();
      server.say('A1 OK begin\r\n');
    });
    expect(await failureOf(connecting)).toMatchObject({ kind: 'connection' });
  });
});
