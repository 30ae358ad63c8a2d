import { expect, test } from 'vitest';
import { discoverIn } from '../../electron/cli/mailstow/discover.ts';
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
