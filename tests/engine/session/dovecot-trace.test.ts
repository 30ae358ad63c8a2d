import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { authenticate } from '../../../electron/engine/protocol/commands/authenticate.ts';
import { login } from '../../../electron/engine/protocol/commands/login.ts';
import { exchangeOf } from '../../../electron/engine/session/auth/exchange-of.ts';
import { Connection } from '../../../electron/engine/session/connection.ts';
import { Secrets } from '../../../electron/engine/session/login/secrets.ts';
import { ServerHabits } from '../../../electron/engine/session/server-habits.ts';
import { Conversation } from '../../../electron/engine/session/trace/conversation.ts';
import { onTrace } from '../../../electron/engine/session/trace/trace.ts';
import { Transport } from '../../../electron/engine/session/transport/transport.ts';
import { base64Alignments } from '../../echoes.ts';
import { type Dovecot, dovecotMissing, startDovecot } from '../../servers/dovecot.ts';
import { serverAt } from './open-connection.ts';

const missing = dovecotMissing();
const now = { initialResponse: true };
const later = { initialResponse: false };

describe.skipIf(missing)(`a real server${missing ? ` (left out: ${missing})` : ''}`, () => {
  let dovecot: Dovecot;
  beforeAll(async () => {
    dovecot = await startDovecot(
      'auth_mechanisms = scram-sha-256 scram-sha-1 cram-md5 plain login\n',
    );
  }, 60_000);
  afterAll(() => dovecot.stop());

  test.each([
    ['LOGIN', 'login-command', now],
    ['AUTHENTICATE PLAIN', 'plain', later],
    ['AUTHENTICATE PLAIN', 'plain', now],
    ['AUTHENTICATE LOGIN', 'login', later],
    ['AUTHENTICATE LOGIN', 'login', now],
    ['AUTHENTICATE CRAM-MD5', 'cram-md5', now],
    ['AUTHENTICATE SCRAM-SHA-1', 'scram-sha-1', now],
    ['AUTHENTICATE SCRAM-SHA-256', 'scram-sha-256', later],
  ] as const)('hears %s, and the trace has no password', async (words, way, options) => {
    const [right, wrong] = ['Right-horse 1 größe', 'Wrong-horse 2 größe'];
    const user = await dovecot.user({ password: right });
    const lines: string[] = [];
    onTestFinished(onTrace(({ from, text }) => lines.push(`${from} ${text}`)));
    const server = serverAt(dovecot.ports.imap);
    const transport = await Transport.open({ server, onWarning: () => undefined });
    const listener = { observed: () => undefined, unclaimed: () => undefined };
    const habits = new ServerHabits();
    const connection = new Connection(transport, 20_000, listener, habits, Conversation.begin());
    onTestFinished(() => connection.destroy());
    await connection.greeting();
    const hide = (text: string) => connection.secrets.hide(text);
    const commandOf = (user: string, secret: string) =>
      way === 'login-command'
        ? login(user, secret)
        : authenticate(exchangeOf(way, { user, secret, hide }, undefined), options);
    connection.secrets = new Secrets(user.name, wrong);
    await expect(connection.run(commandOf(user.name, wrong))).rejects.toThrow();
    connection.secrets = new Secrets(user.name, right);
    await connection.run(commandOf(user.name, right));
    const text = lines.join('\n');
    expect(lines).toContain(`C A1 ${words} ***`);
    expect(text).toMatch(/^S A1 NO \[AUTHENTICATIONFAILED\]/m);
    expect(text).toMatch(/^S A2 OK /m);
    // Neither a challenge nor an answer to one; a literal of LOGIN is asked for in plain words.
    const dialogue = lines.filter(line => /^C (?!A\d)|^S \+(?! OK)/.test(line));
    for (const line of dialogue) expect(line).toMatch(/^(?:C|S \+) \*\*\*$/);
    for (const password of [right, wrong]) {
      expect(text).not.toContain(password);
      for (const part of base64Alignments(password)) expect(text).not.toContain(part);
    }
  });
});
