import { afterAll, beforeAll, describe, expect } from 'vitest';
import { test } from '../../../both-layouts.ts';
import { type Dovecot, dovecotMissing, startDovecot } from '../../../servers/dovecot.ts';
import { accountAt, numbered, storedIn } from '../test-account.ts';

const missing = dovecotMissing();

describe.skipIf(missing)(
  `a server of SCRAM alone${missing ? ` (left out: ${missing})` : ''}`,
  () => {
    let dovecot: Dovecot;
    beforeAll(async () => {
      dovecot = await startDovecot('auth_mechanisms = scram-sha-256\n');
    }, 60_000);
    afterAll(() => dovecot.stop());

    test.each(['none', 'starttls', 'tls'] as const)(
      'the whole account is archived over two connections: %s',
      async security => {
        const user = await dovecot.user();
        const { texts, files } = numbered(20);
        const messages = texts.map(text => ({ bytes: Buffer.from(text) }));
        await dovecot.deliver(user, 'INBOX', ...messages);
        await dovecot.deliver(user, 'Work', ...messages.slice(0, 5));
        const account = accountAt(
          {
            port: dovecot.ports[security === 'tls' ? 'imaps' : 'imap'],
            security,
            certificateFile: dovecot.ca,
          },
          { user: user.name, password: user.password },
        );
        const first = await account.run({ mailboxes: 'all', connections: 2 });
        expect(first).toMatchObject({ stored: 25, problems: [], verdict: { state: 'complete' } });
        expect(storedIn(account.folder)).toMatchObject(files());
        expect(await account.run({ mailboxes: 'all', connections: 2 })).toMatchObject({
          stored: 0,
          verdict: { state: 'complete' },
        });
        await expect(
          accountAt(
            { port: dovecot.ports.imap, security: 'starttls', certificateFile: dovecot.ca },
            { user: user.name, password: 'wrong' },
          ).run(),
        ).rejects.toMatchObject({ failure: { kind: 'login-refused' } });
      },
      30_000,
    );
  },
);
