import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { storedMessages, test } from '../../both-layouts.ts';
import { generateMessage } from '../../fixtures/mail/corpus.ts';
import { times } from '../../prove/in-proof.ts';
import type { DovecotUser } from '../../servers/dovecot.ts';
import {
  type Pop3Dovecot,
  pop3DovecotMissing,
  startPop3Dovecot,
} from '../../servers/dovecot-pop3.ts';
import { accountAt } from '../run/test-account.ts';

/** In the full numbers 2,000. */
const messages = times(200, 2_000);

describe.skipIf(pop3DovecotMissing())('a maildrop of Dovecot', { timeout: 300_000 }, () => {
  let server: Pop3Dovecot;
  let user: DovecotUser;
  beforeAll(async () => {
    server = await startPop3Dovecot();
    user = await server.dovecot.user();
    const all = Array.from({ length: messages }, (_, seed) => ({
      bytes: generateMessage(seed, { median: 3_000, greatest: 20_000 }),
    }));
    await server.dovecot.deliver(user, 'INBOX', ...all);
  });
  afterAll(() => server?.dovecot.stop());

  const at = (more: Parameters<typeof accountAt>[0]) =>
    accountAt(
      { certificateFile: server.dovecot.ca, ...more },
      { user: user.name, password: user.password },
    );
  /** By SHA-256, as often as it is there. An answer of POP3 ends in CRLF, so a message that did not does by then. */
  const hashesIn = (folder: string) =>
    Object.values(storedMessages(folder))
      .map(bytes => (bytes.endsWith('\r\n') ? bytes : `${bytes}\r\n`))
      .map(bytes => createHash('sha256').update(bytes, 'latin1').digest('hex'))
      .sort();

  test('holds the same bytes by POP3, STLS and POP3S as by IMAP, and is fetched once', async () => {
    const imap = at({ port: server.dovecot.ports.imap });
    await imap.run();
    const expected = hashesIn(imap.folder);
    expect(expected).toHaveLength(messages);
    for (const [port, security] of [
      [server.pop3, 'none'],
      [server.pop3, 'starttls'],
      [server.pop3s, 'tls'],
    ] as const) {
      const account = at({ protocol: 'pop3', port, security });
      const { verdict } = await account.run();
      expect(verdict).toMatchObject({ state: 'complete', stored: messages, onServer: messages });
      expect(hashesIn(account.folder)).toEqual(expected);
      const connected = account.events.find(({ event }) => event === 'connected');
      expect(connected).toMatchObject({
        security: security === 'none' ? 'not encrypted' : expect.stringContaining('TLSv1'),
      });
      expect((await account.run()).verdict).toMatchObject({ state: 'complete', stored: 0 });
    }
    expect(await server.dovecot.log()).not.toMatch(/del=[1-9]/);
  });

  test('headers alone are those of IMAP', async () => {
    const selection = { headersOnly: true, unseenOnly: false };
    const imap = at({ port: server.dovecot.ports.imap });
    await imap.run({ selection });
    const pop3 = at({ protocol: 'pop3', port: server.pop3 });
    await pop3.run({ selection });
    expect(hashesIn(pop3.folder)).toEqual(hashesIn(imap.folder));
  });

  test.each(['login-command', 'plain', 'login'] as const)('signs in by %s', async signIn => {
    const account = at({ protocol: 'pop3', port: server.pop3s, security: 'tls', signIn });
    expect(
      (await account.run({ selection: { headersOnly: true, unseenOnly: false, smallerThan: 700 } }))
        .verdict.state,
    ).toBe('complete');
  });
});
