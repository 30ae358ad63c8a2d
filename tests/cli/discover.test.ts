import { createHook } from 'node:async_hooks';
import { describe, expect, onTestFinished, test } from 'vitest';
import { discoverIn } from '../../electron/cli/mailstow/discover.ts';
import { startNameServer } from '../servers/name-server.ts';
import { said } from './command-line.ts';

test('prints where the mail of an address is', async () => {
  const { code, stdout, stderr } = await said('discover', 'jane@gmail.com');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toBe(`Server:    IMAP imap.gmail.com, port 993, TLS
User name: jane@gmail.com
Sign-in:   oauth2, app-password
Found in:  Mailstow’s table of providers
Also:      POP3 pop.gmail.com, port 995, TLS
Page:      https://myaccount.google.com/apppasswords
`);
});

test('prints JSON', async () => {
  const { code, stdout } = await said('discover', '--json', '--offline', 'jane@kpnmail.nl');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    ...{ address: 'jane@kpnmail.nl', domain: 'kpnmail.nl', found: true, source: 'directory' },
    ...{ protocol: 'imap', host: 'imap.kpnmail.nl', port: 993, security: 'tls' },
    ...{ userName: 'jane@kpnmail.nl', signIn: ['password'], elsewhere: false, page: null },
    others: [{ protocol: 'imap', security: 'starttls' }, { port: 995 }, { port: 110 }],
  });
});

test('says what was asked in vain, and ends with 1', async () => {
  const inVain = await said('discover', 'jane@example.org');
  expect(inVain.code).toBe(1);
  expect(inVain.stdout).toBe('example.org (Mailstow’s table of providers): nothing\n');
  expect(inVain.stderr).toMatch(/^Error: No mail server was found for example\.org\./);
  const { code, stdout, stderr } = await said('discover', '--json', 'jane@example.org');
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({
    found: false,
    asked: [{ way: 'provider', name: 'example.org', outcome: 'not-found' }],
  });
});

test('says that a provider lets no other program in, and ends with 1', async () => {
  const closed = await said('discover', 'jane@tuta.com');
  expect(closed).toMatchObject({ code: 1, stdout: 'Page:      https://tuta.com/support/howto\n' });
  expect(closed.stderr).toMatch(/^Error: Tuta offers neither IMAP nor POP3/);
  const { code, stdout } = await said('discover', '--json', 'jane@tuta.com');
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    ...{ found: false, reason: 'no-imap', provider: 'Tuta' },
    page: 'https://tuta.com/support/howto',
  });
});

describe('offline', () => {
  /** What was opened towards the network meanwhile: sockets, name servers asked, names looked up. */
  async function opened(work: () => Promise<unknown>): Promise<string[]> {
    const types: string[] = [];
    const isNetwork = /^(TCP|UDP|TLS|DNS|QUERY|GETADDRINFO|GETNAMEINFO|HTTP)/;
    const hook = createHook({
      init: (_id, type) => {
        if (isNetwork.test(type)) types.push(type);
      },
    }).enable();
    await work().finally(() => hook.disable());
    return types;
  }

  test.each(['jane@gmail.com', 'jane@kpnmail.nl', 'jane@tuta.com', 'jane@company.com'])(
    'nothing is opened towards the network for %s',
    async email => {
      expect(await opened(() => said('discover', '--offline', email))).toEqual([]);
    },
  );

  test('only the tables answer', async () => {
    const { code, stdout } = await said('discover', '--offline', '--json', 'jane@company.com');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      ...{ address: 'jane@company.com', domain: 'company.com', found: false },
      ...{ reason: 'not-found', provider: null, page: null },
      asked: [{ way: 'provider', name: 'company.com', outcome: 'not-found' }],
    });
  });

  test('is another thing than online, which asks', async () => {
    const names = await startNameServer({});
    onTestFinished(() => names.stop());
    const network = { nameServers: [names.server], ca: [], httpsPort: 9, guesses: [] };
    const search = (offline: boolean) => {
      const values = { json: true, offline };
      const surroundings = { stdout: { write: () => true }, signal: new AbortController().signal };
      return discoverIn({ network }, { values, operands: ['jane@company.com'] }, surroundings);
    };
    expect(await opened(() => search(true))).toEqual([]);
    expect(names.asked).toEqual([]);
    expect(await opened(() => search(false))).toEqual(expect.arrayContaining(['DNSCHANNEL']));
    expect(names.asked).toContain('company.com');
  });
});

test('what is no address is wrong use', async () => {
  expect(await said('discover', 'jane')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('This email address is incomplete'),
  });
});

test('ends when it is interrupted', async () => {
  const stdout = { write: () => true };
  const stopped = discoverIn(
    {},
    { values: {}, operands: ['jane@example.org'] },
    { stdout, signal: AbortSignal.abort() },
  );
  await expect(stopped).rejects.toMatchObject({ failure: { kind: 'stopped' } });
});
