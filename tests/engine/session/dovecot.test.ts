import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { mailboxName } from '../../../electron/engine/mailbox-name.ts';
import { connect, type Session } from '../../../electron/engine/session/session.ts';
import type { Server } from '../../../shared/model/account.ts';
import { type Dovecot, dovecotMissing, startDovecot } from '../../servers/dovecot.ts';
import { failureOf, serverAt } from './open-connection.ts';

const missing = dovecotMissing();

describe.skipIf(missing)(`a real server${missing ? ` (left out: ${missing})` : ''}`, () => {
  let dovecot: Dovecot;
  beforeAll(async () => {
    dovecot = await startDovecot();
  }, 60_000);
  afterAll(() => dovecot.stop());

  async function open(changes: Partial<Server> = {}): Promise<Session> {
    const { imap, imaps } = dovecot.ports;
    const session = await connect({
      server: serverAt(changes.security === 'tls' ? imaps : imap, {
        certificateFile: dovecot.ca,
        ...changes,
      }),
      onWarning: () => {},
    });
    onTestFinished(() => session.destroy());
    return session;
  }

  test.each([
    ['none', '127.0.0.1'],
    ['starttls', 'localhost'],
    ['tls', '127.0.0.1'],
    ['tls', '::1'],
  ] as const)('a whole conversation: %s to %s', async (security, host) => {
    const user = await dovecot.user();
    const bytes = Buffer.from('Subject: Minutes\r\n\r\nWe met.\r\n');
    await dovecot.deliver(user, 'Entwürfe & Co/日本語', { bytes });
    const session = await open({ security, host });
    await session.login(user.name, user.password);
    const { mailboxes: listed } = await session.list();
    const name = listed.find(({ mailbox }) => mailbox.endsWith('日本語'))?.mailbox ?? '';
    expect(listed.find(({ mailbox }) => mailbox === name)?.status).toMatchObject({ messages: 1 });
    const { exists, uidValidity, readOnly } = await session.examine(mailboxName(name));
    expect({ exists, readOnly }).toEqual({ exists: 1, readOnly: true });
    expect(uidValidity).toBeGreaterThan(0);
    expect(await session.uidSearch({ unseen: true })).toEqual([[1, 1]]);
    const bodies: string[] = [];
    await session.uidFetch('1:*', ['UID', 'BODY.PEEK[]'], ({ sections }) => {
      for (const { data } of sections) if (data?.kind === 'memory') bodies.push(`${data.bytes}`);
    });
    expect(bodies).toEqual([bytes.toString()]);
    expect(await session.uidSearch({ unseen: true })).toEqual([[1, 1]]);
    await session.unselect();
    session.logout();
  });

  test('user name and password in full Unicode', async () => {
    const user = await dovecot.user({ name: 'büro-日本', password: 'größe "π" \\ 密' });
    const session = await open({ security: 'tls' });
    await session.login(user.name, user.password);
    expect((await session.list()).mailboxes.map(({ mailbox }) => mailbox)).toContain('INBOX');
  });

  test('a wrong password is refused in the words of the server', async () => {
    const user = await dovecot.user();
    const session = await open({ security: 'tls', timeout: 20_000 });
    expect(await failureOf(session.login(user.name, 'not it'))).toMatchObject({
      failure: {
        kind: 'login-refused',
        serverText: expect.stringContaining('AUTHENTICATIONFAILED'),
      },
    });
  }, 30_000);

  test('an unknown mailbox', async () => {
    const user = await dovecot.user();
    const session = await open();
    await session.login(user.name, user.password);
    expect(await failureOf(session.examine(mailboxName('Nowhere')))).toMatchObject({
      failure: { kind: 'mailbox-not-found', serverText: expect.stringContaining('Nowhere') },
    });
  });

  test('many messages by FETCHes in flight together arrive byte for byte', async () => {
    const user = await dovecot.user();
    const messages = Array.from({ length: 300 }, (_, index) => ({
      bytes: Buffer.concat([
        Buffer.from(`Subject: ${index}\r\n\r\n`),
        Buffer.from(randomBytes(index * 100).toString('base64')),
        Buffer.from('\r\n'),
      ]),
    }));
    await dovecot.deliver(user, 'INBOX', ...messages);
    const session = await open({ security: 'tls' });
    await session.login(user.name, user.password);
    await session.examine(mailboxName('INBOX'));
    const received = new Map<number, Buffer>();
    const { commands } = session.traffic;
    await Promise.all(
      ['1:100', '101:200', '201:300'].map(set =>
        session.uidFetch(set, ['UID', 'BODY.PEEK[]'], ({ uid, sections: [section] }) => {
          const data = section?.data;
          if (uid !== undefined && data?.kind === 'memory') received.set(uid, data.bytes);
        }),
      ),
    );
    expect(session.traffic.commands - commands).toBe(3);
    expect(received.size).toBe(messages.length);
    for (const [index, { bytes }] of messages.entries()) {
      expect(received.get(index + 1)?.equals(bytes), `message ${index + 1}`).toBe(true);
    }
  });
});
