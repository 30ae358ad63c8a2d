import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, vi } from 'vitest';
import { test } from '../../both-layouts.ts';
import type { DovecotUser } from '../../servers/dovecot.ts';
import {
  type Pop3Dovecot,
  pop3DovecotMissing,
  startPop3Dovecot,
} from '../../servers/dovecot-pop3.ts';
import { accountAt } from '../run/test-account.ts';
import { hashesIn, someMail, tellOfDeletion, tellTheSame } from './real-maildrop.ts';

describe.skipIf(pop3DovecotMissing())('a maildrop of Dovecot', { timeout: 300_000 }, () => {
  let server: Pop3Dovecot;
  let user: DovecotUser;
  const deliver = (to: DovecotUser, messages: readonly Buffer[]) =>
    server.dovecot.deliver(to, 'INBOX', ...messages.map(bytes => ({ bytes })));
  beforeAll(async () => {
    server = await startPop3Dovecot();
    user = await server.dovecot.user();
    await deliver(user, someMail);
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  afterAll(() => server?.dovecot.stop());

  const at = (more: Parameters<typeof accountAt>[0], { name, password } = user) =>
    accountAt({ certificateFile: server.dovecot.ca, ...more }, { user: name, password });

  test('holds the same bytes by POP3, STLS and POP3S as by IMAP, and is fetched once', async () => {
    const doors = [
      [server.pop3, 'none'],
      [server.pop3, 'starttls'],
      [server.pop3s, 'tls'],
    ] as const;
    await tellTheSame(at({ port: server.dovecot.ports.imap }), doors, ([port, security]) =>
      at({ protocol: 'pop3', port, security }),
    );
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

  test('loses by the rule what was found whole twice and is old enough', async () => {
    const other = await server.dovecot.user();
    await deliver(other, someMail.slice(0, 5));
    const account = at({ protocol: 'pop3', port: server.pop3 }, other);
    await tellOfDeletion(account, join(other.maildir, 'INBOX'), () =>
      deliver(other, someMail.slice(5, 6)),
    );
    expect(await server.dovecot.log()).toMatch(new RegExp(`${other.name}\\).*del=4/6`));
  });
});
