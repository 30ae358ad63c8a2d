import { describe, expect, test } from 'vitest';
import { guessServer } from '../../../electron/services/accounts/guess-server.ts';
import { ProviderAdvice } from '../../../electron/services/accounts/provider-advice.ts';
import { failure as failureSchema, type ShownFailure } from '../../../shared/contract.ts';
import { providerPage } from '../../../shared/model/provider.ts';
import { withAccount } from '../an-app.ts';

const refused: ShownFailure = {
  kind: 'login-refused',
  scope: 'account',
  message: 'The server refuses this user.',
  nextStep: 'Check the password.',
  serverText: 'NO see https://login.example.net/',
};
const gmail = { host: 'imap.gmail.com', port: 993 };

const advice = new ProviderAdvice(() => false);
const withProviderAdvice = advice.of.bind(advice);

describe('a login that a provider refused', () => {
  test('comes with what it asks for, and the page where that is done', () => {
    expect(withProviderAdvice(refused, { ...gmail, host: 'IMAP.Gmail.com' })).toEqual({
      ...refused,
      noteKey: 'gmail',
      page: { provider: 'Google', address: 'https://myaccount.google.com/apppasswords' },
    });
  });

  test('comes as it is from a server nobody knows, and no address is taken from its words', () => {
    expect(withProviderAdvice(refused, { ...gmail, host: 'imap.example.org' })).toEqual(refused);
  });

  test('comes as it is from this computer, unless it is where Proton Mail Bridge listens', () => {
    const here = (port: number) => withProviderAdvice(refused, { host: '127.0.0.1', port });
    expect(here(993)).toEqual(refused);
    expect(here(1143)).toMatchObject({ noteKey: 'proton', page: { provider: 'Proton' } });
  });

  test('says of Microsoft what this build can do: nothing without a client ID', () => {
    const microsoft = { host: 'outlook.office365.com', port: 993 };
    expect(withProviderAdvice(refused, microsoft).noteKey).toBe('outlookNoClient');
    const withClient = new ProviderAdvice(host => host === microsoft.host);
    expect(withClient.of(refused, microsoft).noteKey).toBe('outlook');
    expect(withClient.of(refused, gmail).noteKey).toBe('gmail');
  });

  test('is alone with this: a lost connection has nothing to do with the password', () => {
    const lost = { ...refused, kind: 'receive' } as const;
    expect(withProviderAdvice(lost, gmail)).toEqual(lost);
  });
});

test.each([
  ['gmail.com', 'myaccount.google.com'],
  ['yahoo.com', 'login.yahoo.com'],
  ['aol.com', 'login.aol.com'],
  ['icloud.com', 'account.apple.com'],
  ['fastmail.com', 'app.fastmail.com'],
  ['gmx.de', 'hilfe.gmx.net'],
  ['gmx.com', 'support.gmx.com'],
  ['web.de', 'hilfe.web.de'],
  ['seznam.cz', 'ucet.seznam.cz'],
  ['proton.me', 'proton.me'],
  ['zoho.com', 'www.zoho.com'],
  ['qq.com', 'mail.qq.com'],
  ['163.com', 'mail.163.com'],
  ['126.com', 'mail.126.com'],
  ['yandex.com', 'id.yandex.com'],
])('the page for an address at %s is at %s', async (domain, host) => {
  const { page } = await guessServer(`accounts@${domain}`);
  const { protocol, hostname } = new URL(providerPage.parse(page).address);
  expect([protocol, hostname]).toEqual(['https:', host]);
});

test('nothing but an https address can be the page of a failure', () => {
  const at = (address: string) =>
    failureSchema.safeParse({ ...refused, page: { provider: 'P', address } }).success;
  expect(at('https://example.org/a')).toBe(true);
  for (const address of ['http://example.org/', 'javascript:alert(1)', 'file:///etc/passwd', '']) {
    expect(at(address)).toBe(false);
  }
});

test('a refused test of an account elsewhere is told without a page, the server’s words beside it', async () => {
  const { call, server } = await withAccount({});
  const settings = { host: '127.0.0.1', port: server.port, security: 'none' } as const;
  const answer = await call('accounts.test', { server: settings, user: 'user', password: 'wrong' });
  expect(answer).toMatchObject({ result: 'failed', failure: { kind: 'login-refused' } });
  expect(answer).not.toHaveProperty('failure.page');
});
