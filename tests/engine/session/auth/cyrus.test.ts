import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ServerHabits } from '../../../../electron/engine/session/server-habits.ts';
import { connectAndLogIn } from '../../../../electron/engine/session/sign-in.ts';
import { onTrace } from '../../../../electron/engine/session/trace/trace.ts';
import type { Server } from '../../../../shared/model/account.ts';
import { type Certificates, makeCertificates } from '../../../servers/certificates.ts';
import { cyrusPackages, startCyrus } from '../../../servers/cyrus.ts';
import { failureOf, serverAt } from '../open-connection.ts';
import { onlyTls } from './only-tls.ts';

const missing = cyrusPackages.missing();

describe.skipIf(missing)(
  `Cyrus, which binds to TLS 1.2 alone${missing ? ` (left out: ${missing})` : ''}`,
  () => {
    let certificates: Certificates;
    let cyrus: Awaited<ReturnType<typeof startCyrus>>;
    beforeAll(async () => {
      certificates = await makeCertificates();
      cyrus = await startCyrus('beside INBOX', certificates.right);
    }, 60_000);
    afterAll(async () => {
      await cyrus.stop();
      await certificates.remove();
    });

    async function signIn(changes: Partial<Server>, password = cyrus.account.password) {
      const said: string[] = [];
      onTestFinished(
        onTrace(({ from, text }) => {
          if (from === 'C' && text.includes('***')) said.push(text);
          if (from === '-' && text.startsWith('connects')) said.push('connects');
        }),
      );
      const server = serverAt(cyrus.port, {
        certificateFile: certificates.ca,
        timeout: 20_000,
        ...changes,
      });
      const session = connectAndLogIn(
        { server, habits: new ServerHabits(), onWarning: () => undefined },
        { user: cyrus.account.user, password },
      );
      const ended = session.then(each => {
        each.destroy();
      });
      return { ended, ways: () => said.filter(each => each !== '***') };
    }

    test('TLS 1.2: SCRAM-SHA-256-PLUS with tls-unique', async () => {
      onlyTls('TLSv1.2');
      const { ended, ways } = await signIn({ port: cyrus.tlsPort, security: 'tls' });
      await ended;
      expect(ways()).toEqual(['connects', expect.stringContaining('SCRAM-SHA-256-PLUS')]);
    });

    test.each(['tls', 'starttls'] as const)(
      'TLS 1.3, %s: -PLUS is offered and refused; then without, on a new connection',
      async security => {
        const port = security === 'tls' ? cyrus.tlsPort : cyrus.port;
        const { ended, ways } = await signIn({ port, security });
        await ended;
        expect(ways()).toEqual([
          'connects',
          expect.stringContaining('SCRAM-SHA-256-PLUS'),
          'connects',
          expect.stringMatching(/SCRAM-SHA-256 /),
        ]);
      },
    );

    test('a wrong password is refused once', async () => {
      onlyTls('TLSv1.2');
      const { ended, ways } = await signIn({ port: cyrus.tlsPort, security: 'tls' }, 'wrong');
      expect(await failureOf(ended)).toMatchObject({ kind: 'login-refused' });
      expect(ways()).toHaveLength(2);
    });
  },
);
