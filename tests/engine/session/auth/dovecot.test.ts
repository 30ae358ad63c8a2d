import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ServerHabits } from '../../../../electron/engine/session/server-habits.ts';
import { connectAndLogIn } from '../../../../electron/engine/session/sign-in.ts';
import { onTrace } from '../../../../electron/engine/session/trace/trace.ts';
import type { Server } from '../../../../shared/model/account.ts';
import {
  type Dovecot,
  type DovecotUser,
  dovecotMissing,
  startDovecot,
} from '../../../servers/dovecot.ts';
import { failureOf, serverAt } from '../open-connection.ts';

const missing = dovecotMissing();

describe.skipIf(missing)(
  `signing in to a real server${missing ? ` (left out: ${missing})` : ''}`,
  () => {
    let dovecot: Dovecot;
    beforeAll(async () => {
      dovecot = await startDovecot(
        'auth_mechanisms = scram-sha-256 scram-sha-1 cram-md5 plain login\n',
      );
    }, 60_000);
    afterAll(() => dovecot.stop());

    /** @returns each way that was tried, by what the trace says was sent */
    async function signIn(
      { name, password }: Pick<DovecotUser, 'name' | 'password'>,
      changes: Partial<Server> = {},
    ) {
      const ways: string[] = [];
      onTestFinished(
        onTrace(({ from, text }) => {
          const [, way] = /^\S+ (?:AUTHENTICATE )?(\S+) \*\*\*$/.exec(text) ?? [];
          if (from === 'C' && way !== undefined) ways.push(way);
        }),
      );
      const { imap, imaps } = dovecot.ports;
      const server = serverAt(changes.security === 'tls' ? imaps : imap, {
        certificateFile: dovecot.ca,
        timeout: 20_000,
        ...changes,
      });
      const signedIn = connectAndLogIn(
        { server, habits: new ServerHabits(), onWarning: () => undefined },
        { user: name, password },
      ).then(session => session.destroy());
      return { ways, signedIn };
    }

    /** The user's password is kept in one scheme, as doveadm makes it. */
    async function keptAs(scheme: string): Promise<DovecotUser> {
      const user = await dovecot.user();
      const file = join(dovecot.folder, 'users', user.name);
      const hashed = await dovecot.doveadm('pw', '-s', scheme, '-p', user.password);
      const entry = await readFile(file, 'utf8');
      await writeFile(file, entry.replace(`{PLAIN}${user.password}`, hashed.trim()));
      return user;
    }

    test.each(['none', 'starttls', 'tls'] as const)('SCRAM-SHA-256 first: %s', async security => {
      const { ways, signedIn } = await signIn(await dovecot.user(), { security });
      await signedIn;
      expect(ways).toEqual(['SCRAM-SHA-256']);
    });

    test.each([
      ['scram-sha-256', 'SCRAM-SHA-256'],
      ['scram-sha-1', 'SCRAM-SHA-1'],
      ['cram-md5', 'CRAM-MD5'],
      ['plain', 'PLAIN'],
      ['login', 'LOGIN'],
      ['login-command', 'LOGIN'],
    ] as const)('%s alone', async (way, sent) => {
      const { ways, signedIn } = await signIn(await dovecot.user(), { signIn: way });
      await signedIn;
      expect(ways).toEqual([sent]);
    });

    test.each([
      ['SCRAM-SHA-256', ['SCRAM-SHA-256']],
      ['SCRAM-SHA-1', ['SCRAM-SHA-256', 'SCRAM-SHA-1']],
      ['CRAM-MD5', ['SCRAM-SHA-256', 'SCRAM-SHA-1', 'CRAM-MD5']],
      ['SHA512-CRYPT', ['SCRAM-SHA-256', 'SCRAM-SHA-1', 'CRAM-MD5', 'LOGIN']],
    ])('a password kept as %s is found', async (scheme, expected) => {
      const { ways, signedIn } = await signIn(await keptAs(scheme));
      await signedIn;
      expect(ways).toEqual(expected);
    });

    test('a wrong password is sent once', async () => {
      const { name } = await dovecot.user();
      const { ways, signedIn } = await signIn({ name, password: 'not it' });
      expect(await failureOf(signedIn)).toMatchObject({ kind: 'login-refused' });
      expect(ways).toEqual(['SCRAM-SHA-256']);
    });

    test.each(['größe "π" \\ 密', 'a, b = c', 'x² ﬁ \u00a0y'])(
      'the password %j',
      async password => {
        const { signedIn } = await signIn(await dovecot.user({ password }));
        await signedIn;
      },
    );

    test.each(['büro-日本', 'a,b', 'a=b', 'a b'])('the name %s', async name => {
      const { signedIn } = await signIn(await dovecot.user({ name }));
      await signedIn;
    });
  },
);
