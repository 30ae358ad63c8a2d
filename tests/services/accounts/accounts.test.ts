import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { discover } from '../../../electron/engine/discovery/discover.ts';
import { guessServer } from '../../../electron/services/accounts/guess-server.ts';
import type { Vault } from '../../../electron/services/accounts/vault.ts';
import { en } from '../../../shared/i18n/en/index.ts';
import { type Certificates, makeCertificates, opensslMissing } from '../../servers/certificates.ts';
import type { ServerOptions } from '../../servers/scripted/options.ts';
import { startServer } from '../../servers/scripted/server.ts';
import { anApp, withAccount } from '../an-app.ts';
import { aProfile } from './a-profile.ts';

const user = { user: 'user', password: 'secret' };
/** Nobody is asked. */
const none = (email: string) => discover(email, { offline: true });

async function serverAt(options: ServerOptions) {
  const server = await startServer(options);
  onTestFinished(() => server.stop());
  const { port } = server;
  return { server, settings: { host: '127.0.0.1', port, security: 'none' as const } };
}

describe('guessing the server of an address', () => {
  test.each([
    ['accounts@gmail.com', 'imap.gmail.com', /app password/],
    ['accounts@GoogleMail.com', 'imap.gmail.com', /app password/],
    ['accounts@outlook.com', 'outlook.office365.com', /Sign in with Microsoft/],
    ['accounts@hotmail.co.uk', 'outlook.office365.com', /Sign in with Microsoft/],
    ['accounts@yahoo.de', 'imap.mail.yahoo.com', /10,000/],
    ['accounts@icloud.com', 'imap.mail.me.com', /app password/],
    ['accounts@fastmail.com', 'imap.fastmail.com', /app password/],
    ['accounts@gmx.de', 'imap.gmx.net', /turn on IMAP/],
    ['accounts@gmx.com', 'imap.gmx.com', /turn on IMAP/],
    ['accounts@web.de', 'imap.web.de', /turn on IMAP/],
    ['accounts@seznam.cz', 'imap.seznam.cz', /Seznam/],
  ])('%s is at %s', async (email, host, note) => {
    const guess = await guessServer(email);
    expect(guess).toMatchObject({
      server: { host, port: 993, security: 'tls' },
      isElsewhere: false,
    });
    expect(en.app.provider[guess.noteKey ?? 'proton']).toMatch(note);
  });

  test('of a provider with POP3 too tells where the inbox is to be had by it', async () => {
    const { otherWay } = await guessServer('accounts@gmail.com');
    expect(otherWay).toEqual({
      server: { protocol: 'pop3', host: 'pop.gmail.com', port: 995, security: 'tls' },
      user: 'accounts@gmail.com',
    });
  });

  test.each([
    ['accounts@i.ua', 'pop3.i.ua', 'the table'],
    ['accounts@biglobe.ne.jp', 'mail.biglobe.ne.jp', 'the directory'],
  ])('%s has nothing but POP3, as %s of %s knows', async (email, host) => {
    const guess = await guessServer(email);
    expect(guess).toMatchObject({
      server: { protocol: 'pop3', host, port: 995, security: 'tls' },
      isElsewhere: false,
    });
    expect(guess.asked).toBeUndefined();
    expect(guess.otherWay).toBeUndefined();
  });

  test('of Proton is the Bridge on this computer', async () => {
    const { server, noteKey } = await guessServer('accounts@proton.me');
    expect(server).toEqual({ host: '127.0.0.1', port: 1143, security: 'starttls' });
    expect(noteKey).toBe('proton');
  });

  test.each([
    ['accounts@tuta.com', 'Tuta'],
    ['accounts@hey.com', 'HEY'],
  ])('%s has no server: its provider lets no other program in', async (email, provider) => {
    const { isClosed, noteKey, page } = await guessServer(email);
    expect({ isClosed, noteKey }).toEqual({ isClosed: true, noteKey: 'noImap' });
    expect(page).toMatchObject({ provider });
  });

  test.each(['example.org', 'yahoo.example.org', 'notgmail.com', 'outlook.verylong'])(
    'anybody else’s (%s) is called imap, where it is not found',
    async domain => {
      const server = { host: `imap.${domain}`, port: 993, security: 'tls' };
      const asked = [{ way: 'provider', names: [domain] }];
      const user = `accounts@${domain}`;
      expect(await guessServer(` ${user} `, undefined, none)).toEqual({ server, user, asked });
    },
  );

  test.each(['', 'accounts', 'accounts@', '@example.org', 'a@b', 'a b@example.org', 'a@b@c.org'])(
    '"%s" is no address',
    email => expect(guessServer(email)).rejects.toThrow('This email address is incomplete'),
  );
});

describe('testing a connection', () => {
  test('that works', async () => {
    const { settings } = await serverAt({});
    const answer = await anApp().call('accounts.test', { server: settings, ...user });
    expect(answer).toEqual({ result: 'ok' });
  });

  test('with a wrong password, and to nowhere', async () => {
    const { server, settings } = await serverAt({});
    const { call } = anApp();
    const wrong = { server: settings, user: 'user', password: 'other' };
    expect(await call('accounts.test', wrong)).toMatchObject({
      result: 'failed',
      failure: { kind: 'login-refused' },
    });
    await server.stop();
    expect(await call('accounts.test', { server: settings, ...user })).toMatchObject({
      result: 'failed',
      failure: { kind: 'connection' },
    });
  });

  test('without a password asks for it', async () => {
    const { settings } = await serverAt({});
    const { failureOf } = anApp();
    const failure = await failureOf('accounts.test', { server: settings, user: 'user' });
    expect(failure.message).toBe('Mailstow needs the password for user.');
  });

  test('of an account that is there takes its password, to its own server alone', async () => {
    const { call, failureOf, accountId, server } = await withAccount({});
    const own = { host: '127.0.0.1', port: server.port, security: 'none' as const };
    expect(await call('accounts.test', { server: own, user: 'user', accountId })).toEqual({
      result: 'ok',
    });
    const others = [{ host: 'localhost' }, { port: own.port + 1 }, { security: 'tls' as const }];
    for (const other of others) {
      const input = { server: { ...own, ...other }, user: 'user', accountId };
      expect((await failureOf('accounts.test', input)).message).toContain('needs the password');
      expect((await failureOf('accounts.mailboxes', input)).message).toContain(
        'needs the password',
      );
    }
  });
});

const missing = opensslMissing();
describe.skipIf(missing)(`a certificate${missing ? ` (left out: ${missing})` : ''}`, () => {
  let certificates: Certificates;
  beforeAll(async () => {
    certificates = await makeCertificates();
  });
  afterAll(() => certificates.remove());

  test('that is not trusted is shown, and can be trusted for this account alone', async () => {
    const { server, settings } = await serverAt({
      security: 'tls',
      tls: certificates.selfSigned,
      mailboxes: [{ name: 'INBOX', messages: ['Subject: One\r\n\r\nFirst.\r\n'] }],
    });
    const { call, until } = anApp();
    const secure = { ...settings, security: 'tls' as const };
    const seen = await call('accounts.test', { server: secure, ...user });
    if (seen.result !== 'untrusted') throw new Error(`It was ${seen.result}.`);
    expect(seen.certificate).toMatchObject({ subject: 'localhost', names: expect.any(Array) });
    expect(seen.failure.kind).toBe('certificate');
    expect(server.commands).toEqual([]);
    const trusting = { ...secure, trustedCertificate: seen.certificate.sha256 };
    expect(await call('accounts.test', { server: trusting, ...user })).toEqual({
      result: 'ok',
      encryption: expect.stringMatching(/^TLSv1\.[23], /),
    });
    const fromFile = { ...secure, certificateFile: certificates.selfSigned.certFile };
    expect(await call('accounts.test', { server: fromFile, ...user })).toMatchObject({
      result: 'ok',
    });
    // The run trusts it too.
    const { id } = await call('accounts.save', {
      profile: aProfile({ server: trusting, user: 'user', folder: `${certificates.folder}/mail` }),
      password: 'secret',
    });
    await call('runs.start', { accountId: id });
    const state = await until(id, ({ finishedAt }) => finishedAt !== undefined);
    expect(state).toMatchObject({ state: 'done', stored: 1 });
  });
});

describe('the mailboxes of an account', () => {
  test('are a tree with counts and uses', async () => {
    const { settings } = await serverAt({
      delimiter: '.',
      mailboxes: [
        { name: 'INBOX', messages: ['Subject: One\r\n\r\n', 'Subject: Two\r\n\r\n'] },
        { name: 'Junk', messages: [], attributes: ['\\Junk'] },
        { name: 'Work', messages: [], attributes: ['\\Noselect'] },
        { name: 'Work.Plans.2024', messages: ['Subject: Three\r\n\r\n'] },
      ],
    });
    const found = await anApp().call('accounts.mailboxes', { server: settings, ...user });
    expect(found).toEqual([
      { name: 'INBOX', levels: ['INBOX'], use: 'inbox', selectable: true, messages: 2 },
      { name: 'Junk', levels: ['Junk'], use: 'junk', selectable: true, messages: 0, bytes: 0 },
      { name: 'Work', levels: ['Work'], selectable: false },
      { name: 'Work.Plans', levels: ['Work', 'Plans'], selectable: false },
      { name: 'Work.Plans.2024', levels: ['Work', 'Plans', '2024'], selectable: true, messages: 1 },
    ]);
  });

  test('one that cannot be counted is there all the same', async () => {
    const { settings } = await serverAt({
      capabilities: ['IMAP4rev1'],
      mailboxes: [{ name: 'INBOX', messages: [] }],
      onCommand: ({ name, tag }) => (name === 'STATUS' ? `${tag} NO Not now\r\n` : 'default'),
    });
    const [inbox] = await anApp().call('accounts.mailboxes', { server: settings, ...user });
    expect(inbox).toEqual({ name: 'INBOX', levels: ['INBOX'], use: 'inbox', selectable: true });
  });
});

describe('a password', () => {
  function vaultOf(kept: Map<string, string>): Vault {
    return {
      keeps: async () => true,
      has: async id => kept.has(id),
      read: async id => kept.get(id),
      write: async (id, password) => void kept.set(id, password),
      remove: async id => void kept.delete(id),
    };
  }

  test('is kept where the person says so, and goes when they change their mind or the account goes', async () => {
    const kept = new Map<string, string>();
    const { call } = anApp({ vault: vaultOf(kept) });
    const remembering = aProfile({ rememberPassword: true });
    const { id } = await call('accounts.save', { profile: remembering, password: 'secret' });
    expect([...kept]).toEqual([[id, 'secret']]);
    await call('accounts.save', { id, profile: aProfile() });
    expect([...kept]).toEqual([]);
    await call('accounts.save', { id, profile: remembering });
    expect([...kept]).toEqual([[id, 'secret']]);
    await call('accounts.remove', { accountId: id });
    expect([...kept]).toEqual([]);
  });

  test.each([
    ['server', { host: 'imap.example.com' }],
    ['port', { port: 10_993 }],
    ['security', { security: 'none' as const }],
  ])('is not taken along to another %s', async (_, change) => {
    const kept = new Map<string, string>();
    const { call } = anApp({ vault: vaultOf(kept) });
    const profile = aProfile({ rememberPassword: true });
    const { id } = await call('accounts.save', { profile, password: 'secret' });
    const server = { ...profile.server, ...change };
    const moved = await call('accounts.save', { id, profile: { ...profile, server } });
    expect(moved.hasPassword).toBe(false);
    expect([...kept]).toEqual([]);
  });
});

test('settings keep what was chosen, tell every window, and begin as the system has it', async () => {
  const { call, events, userData } = anApp();
  const initial = {
    language: 'system',
    theme: 'system',
    panes: [],
    density: 'comfortable',
    conversations: false,
    trace: false,
    updates: 'unasked',
  };
  expect(await call('settings.get', undefined)).toEqual(initial);
  await call('settings.set', { theme: 'dark' });
  const changed = { ...initial, theme: 'dark' };
  expect(events).toEqual([{ name: 'settings.changed', value: changed }]);
  expect(await anApp({ userData }).call('settings.get', undefined)).toEqual(changed);
});
