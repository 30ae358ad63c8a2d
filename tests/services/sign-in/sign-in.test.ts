import { describe, expect, onTestFinished, test } from 'vitest';
import { Issuers } from '../../../electron/services/sign-in/issuers.ts';
import type { SignInBegun, SignInState } from '../../../shared/contract.ts';
import { dovecotMissing } from '../../servers/dovecot.ts';
import { signInAt } from '../../servers/oidc/person.ts';
import {
  type OidcProvider,
  type ProviderOptions,
  startProvider,
} from '../../servers/oidc/provider.ts';
import { aProfile } from '../accounts/a-profile.ts';
import { anApp, type TestApp } from '../an-app.ts';
import { alice, aStand, client, signIn } from './stand.ts';

const missing = dovecotMissing();

describe.skipIf(missing !== undefined)('with a mail server that names its provider', () => {
  test('found, tested, listed, counted, saved, archived, signed out', async () => {
    const stand = await aStand();
    const app = anApp();
    const ways = await app.call('signIn.ways', { server: stand.server, email: alice });
    const { issuer } = stand.provider;
    expect(ways).toMatchObject({ password: 'any', provider: { issuer, device: true } });
    expect(ways.provider).not.toHaveProperty('client');
    const signInId = await signIn(app, stand);
    const access = { server: stand.server, user: alice, signInId };
    expect(await app.call('accounts.test', access)).toMatchObject({ result: 'ok' });
    expect(await app.call('accounts.mailboxes', access)).toHaveLength(3);
    expect(await app.call('accounts.count', { ...access, waitId: 'a' })).toEqual({ whole: true });
    const account = await app.call('accounts.save', { profile: stand.profile(), signInId });
    expect(account).toMatchObject({ hasPassword: true, signedInBy: { issuer } });
    const accountId = account.id;
    await app.call('runs.start', { accountId });
    const state = await app.until(accountId, ({ finishedAt }) => finishedAt !== undefined);
    expect(state).toMatchObject({ state: 'done', stored: 9 });
    await app.call('archive.check', { accountId, server: true });
    await expect
      .poll(() => app.call('archive.checks', undefined), { timeout: 20_000 })
      .toMatchObject([{ state: 'sound', result: { server: { mailboxes: 3 } } }]);
    // The rest of an account may change, and it stays signed in.
    const renamed = { id: accountId, profile: stand.profile({ headersOnly: true }) };
    expect(await app.call('accounts.save', renamed)).toMatchObject({ hasPassword: true });
    expect(await app.call('signIn.out', { accountId })).toMatchObject({
      hasPassword: false,
      signedInBy: { issuer },
    });
    expect(stand.provider.count(/^POST \/token\/revocation 200/)).toBe(1);
    expect(await app.failureOf('runs.start', { accountId })).toMatchObject({
      code: 'sign-in-again',
      kind: 'sign-in-needed',
    });
    await signInAgain(app, accountId);
    expect((await app.call('accounts.list', undefined))[0]).toMatchObject({ hasPassword: true });
  });
});

describe.skipIf(missing !== undefined)('with a mail server whose provider went away', () => {
  test('the provider is said to be away, not to be none', async () => {
    const stand = await aStand();
    const app = anApp();
    const { server, provider } = stand;
    await app.call('signIn.ways', { server, email: alice });
    await provider.turn('off');
    const target = { server, user: alice, email: alice };
    const begin = { target, way: 'device', client } as const;
    expect(await app.failureOf('signIn.begin', begin)).toMatchObject({
      code: 'provider-not-reached',
      kind: 'connection',
    });
    await provider.turn('on');
    expect(await app.call('signIn.begin', begin)).toMatchObject({ way: 'device' });
  });
});

/** Signs in to an account that is there, and waits until it is kept. */
async function signInAgain(app: TestApp, accountId: string): Promise<void> {
  const kept = next(app, 'accounts.changed');
  const begun = await app.call('signIn.begin', { target: { accountId }, way: 'browser' });
  await signInAt(pageOf(begun), alice);
  await kept;
}

function next(app: TestApp, name: string): Promise<void> {
  return new Promise(resolve => {
    const end = app.app.subscribe(event => {
      if (event.name !== name) return;
      end();
      resolve();
    });
  });
}

const server = { host: '127.0.0.1', port: 1, security: 'tls' } as const;
const target = { server, user: alice, email: alice };
const byBrowser = { target, way: 'browser', client } as const;

/** An app, and a provider that the mail server names. */
async function aPair(options: ProviderOptions = {}): Promise<TestApp & { provider: OidcProvider }> {
  const provider = await startProvider({ clientId: client.id, ...options });
  onTestFinished(() => provider.stop());
  const configuration = `${provider.issuer}/.well-known/openid-configuration`;
  const ask = async () => ({ takesPasswords: false, configuration, scope: 'mail' });
  return { ...anApp({ issuers: new Issuers(ask), env: {} }), provider };
}

function pageOf(begun: SignInBegun): string {
  if (begun.way !== 'browser') throw new Error('It is another way');
  return begun.url;
}

/** How a sign-in ended. */
function ended({ app, call }: TestApp, signInId: string): Promise<SignInState> {
  const { promise, resolve } = Promise.withResolvers<SignInState>();
  const look = (state: SignInState) => {
    const isOver = state.state === 'done' || state.state === 'failed';
    if (state.signInId === signInId && isOver) resolve(state);
  };
  const end = app.subscribe(event => {
    if (event.name === 'signIn.changed') look(event.value);
  });
  void call('signIn.list', undefined).then(all => all.forEach(look));
  return promise.finally(end);
}

/** Where the browser would be led to. */
async function redirectOf(begun: SignInBegun, login = alice): Promise<string> {
  return (await signInAt(pageOf(begun), login, { visits: false })).url;
}

describe('in the browser', () => {
  test('the page says how it ended; the redirect holds neither in a log nor in a cache', async () => {
    const app = await aPair();
    const begun = await app.call('signIn.begin', byBrowser);
    const { html } = await signInAt(pageOf(begun), alice);
    expect(html).toContain('You’re signed in.');
    expect(await ended(app, begun.signInId)).toMatchObject({ state: 'done' });
    const states = app.events.flatMap(({ name, value }) =>
      name === 'signIn.changed' ? [value.state] : [],
    );
    expect(states).toEqual(['finishing', 'done']);
    // The port lives for this one sign-in.
    const redirect = new URL(pageOf(begun)).searchParams.get('redirect_uri') ?? '';
    await expect(fetch(redirect)).rejects.toThrow();
  });

  test('asks with PKCE S256, a state, the account’s name, and nothing but what it needs', async () => {
    const app = await aPair();
    const { searchParams } = new URL(pageOf(await app.call('signIn.begin', byBrowser)));
    expect(Object.fromEntries(searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      login_hint: alice,
      scope: 'mail openid email offline_access',
      redirect_uri: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/callback$/),
    });
    expect(searchParams.get('state')).toMatch(/^[\w-]{43}$/);
    expect(searchParams.get('code_challenge')).toMatch(/^[\w-]{43}$/);
  });

  test('of another machine: the address is copied from there', async () => {
    const app = await aPair();
    const begun = await app.call('signIn.begin', byBrowser);
    const { signInId } = begun;
    const redirectedTo = await redirectOf(begun);
    const wrong = (address: string) =>
      app.failureOf('signIn.finish', { signInId, redirectedTo: address });
    expect(await wrong('hello')).toMatchObject({ code: 'redirect-not-understood' });
    expect(await wrong(app.provider.issuer)).toMatchObject({ code: 'redirect-not-understood' });
    const foreign = redirectedTo.replace(/state=[^&]+/, 'state=foreign');
    expect(await wrong(foreign)).toMatchObject({ code: 'redirect-of-other-sign-in' });
    await app.call('signIn.finish', { signInId, redirectedTo: ` ${redirectedTo}\n` });
    expect(await ended(app, signInId)).toMatchObject({ state: 'done' });
  });

  test('a redirect with a foreign state changes nothing', async () => {
    const app = await aPair();
    const begun = await app.call('signIn.begin', byBrowser);
    const redirect = new URL(pageOf(begun)).searchParams.get('redirect_uri');
    for (const query of [
      'code=x&state=foreign',
      'error=access_denied&state=foreign',
      'code=x',
      '',
    ]) {
      expect((await fetch(`${redirect}?${query}`)).status).toBe(400);
    }
    expect((await fetch(`${redirect}`, { method: 'POST' })).status).toBe(404);
    expect(await app.call('signIn.list', undefined)).toMatchObject([{ state: 'waiting' }]);
    await signInAt(pageOf(begun), alice);
    expect(await ended(app, begun.signInId)).toMatchObject({ state: 'done' });
  });

  test('the answer of another issuer is not used: its code goes nowhere', async () => {
    const app = await aPair();
    const begun = await app.call('signIn.begin', byBrowser);
    const { signInId } = begun;
    const address = new URL(await redirectOf(begun));
    address.searchParams.set('iss', 'https://attacker.example');
    await app.call('signIn.finish', { signInId, redirectedTo: address.href });
    expect(await ended(app, signInId)).toMatchObject({ failure: { code: 'issuer-mismatch' } });
    expect(app.provider.count(/^POST \/token/)).toBe(0);
  });

  test('an answer that lacks the issuer, where the provider always names it, is not used', async () => {
    const app = await aPair();
    const begun = await app.call('signIn.begin', byBrowser);
    const { signInId } = begun;
    const address = new URL(await redirectOf(begun));
    address.searchParams.delete('iss');
    await app.call('signIn.finish', { signInId, redirectedTo: address.href });
    expect(await ended(app, signInId)).toMatchObject({ failure: { code: 'issuer-mismatch' } });
  });

  test('a person who says no', async () => {
    const app = await aPair();
    const begun = await app.call('signIn.begin', byBrowser);
    const { html } = await signInAt(pageOf(begun), alice, { denies: true });
    expect(html).toContain('You’re not signed in.');
    expect(await ended(app, begun.signInId)).toMatchObject({ failure: { code: 'sign-in-denied' } });
    const access = { server, user: alice, signInId: begun.signInId };
    expect(await app.failureOf('accounts.mailboxes', access)).toMatchObject({
      code: 'sign-in-ended',
    });
  });

  test('another person than the account’s is noticed before anything is stored', async () => {
    const app = await aPair();
    const begun = await app.call('signIn.begin', byBrowser);
    await signInAt(pageOf(begun), 'bob@example.test');
    const { signInId } = begun;
    expect(await ended(app, signInId)).toMatchObject({
      failure: {
        code: 'signed-in-as-other',
        args: { found: 'bob@example.test', wanted: alice },
      },
    });
    const profile = aProfile({ email: alice, user: alice, server });
    expect((await app.failureOf('accounts.save', { profile, signInId })).code).toBe(
      'signed-in-as-other',
    );
    expect(await app.call('accounts.list', undefined)).toEqual([]);
    // An alias, or a mailbox that several share.
    const as = await app.call('signIn.begin', { ...byBrowser, as: 'Bob@Example.test' });
    await signInAt(pageOf(as), 'bob@example.test');
    expect(await ended(app, as.signInId)).toMatchObject({ state: 'done' });
  });

  test('whom the provider does not name in the token it names when it is asked', async () => {
    const app = await aPair({ namesInToken: false });
    const begun = await app.call('signIn.begin', byBrowser);
    await signInAt(pageOf(begun), 'bob@example.test');
    expect(await ended(app, begun.signInId)).toMatchObject({
      failure: { code: 'signed-in-as-other' },
    });
    expect(app.provider.count(/^GET \/me 200/)).toBe(1);
  });

  test('whom it names nowhere the mail server will know', async () => {
    const app = await aPair({ emailOf: () => undefined });
    const begun = await app.call('signIn.begin', byBrowser);
    await signInAt(pageOf(begun), 'bob@example.test');
    expect(await ended(app, begun.signInId)).toMatchObject({ state: 'done' });
  });

  test('two at once, of two accounts; of one account the second ends the first', async () => {
    const app = await aPair();
    const bob = 'bob@example.test';
    const ofBob = { ...byBrowser, target: { server, user: bob, email: bob } };
    const first = await app.call('signIn.begin', byBrowser);
    const other = await app.call('signIn.begin', ofBob);
    const second = await app.call('signIn.begin', byBrowser);
    expect(await ended(app, first.signInId)).toMatchObject({
      failure: { code: 'sign-in-cancelled' },
    });
    await Promise.all([signInAt(pageOf(other), bob), signInAt(pageOf(second), alice)]);
    expect(await ended(app, other.signInId)).toMatchObject({ state: 'done' });
    expect(await ended(app, second.signInId)).toMatchObject({ state: 'done' });
  });

  test('a tab that was closed: the person cancels, and the port is free', async () => {
    const app = await aPair();
    const begun = await app.call('signIn.begin', byBrowser);
    await app.call('signIn.cancel', { signInId: begun.signInId });
    expect(await ended(app, begun.signInId)).toMatchObject({
      failure: { code: 'sign-in-cancelled', kind: 'stopped' },
    });
    const redirect = new URL(pageOf(begun)).searchParams.get('redirect_uri') ?? '';
    await expect(fetch(redirect)).rejects.toThrow();
    const { signInId } = begun;
    expect(
      await app.failureOf('signIn.finish', { signInId, redirectedTo: redirect }),
    ).toMatchObject({ code: 'sign-in-ended' });
  });

  test('a provider that answers with a page, or that is away', async () => {
    const app = await aPair();
    const finish = async (break_: () => unknown) => {
      const begun = await app.call('signIn.begin', byBrowser);
      const redirectedTo = await redirectOf(begun);
      await break_();
      await app.call('signIn.finish', { signInId: begun.signInId, redirectedTo });
      return ended(app, begun.signInId);
    };
    const page = () =>
      app.provider.answerWith((_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome</h1>');
      });
    expect(await finish(page)).toMatchObject({
      failure: { code: 'provider-answer-not-understood' },
    });
    app.provider.answerWith(undefined);
    expect(await finish(() => app.provider.turn('off'))).toMatchObject({
      failure: { code: 'provider-not-reached', kind: 'connection' },
    });
  });
});

describe('by a code', () => {
  const byCode = { target, way: 'device', client } as const;

  const bob = 'bob@example.test';
  const carol = 'carol@example.test';
  const of = (user: string) => ({ ...byCode, target: { server, user, email: user } });

  test('the person types it anywhere; another person, and one who says no', async () => {
    const app = await aPair();
    // The provider is asked every five seconds: all of them at once.
    const begin = async (user: string, login: string, denies = false) => {
      const begun = await app.call('signIn.begin', of(user));
      if (begun.way !== 'device') throw new Error('It is another way');
      expect(begun.userCode).toMatch(/^[A-Z-]+$/);
      await signInAt(begun.verificationUriComplete ?? '', login, { denies });
      return ended(app, begun.signInId);
    };
    expect(
      await Promise.all([begin(alice, alice), begin(bob, carol), begin(carol, carol, true)]),
    ).toMatchObject([
      { state: 'done' },
      { failure: { code: 'signed-in-as-other', args: { found: carol, wanted: bob } } },
      { failure: { code: 'sign-in-denied' } },
    ]);
  });
});

describe('the client ID', () => {
  const withoutClient = { target, way: 'browser' } as const;

  test('is asked for where there is none, and the person’s own is remembered', async () => {
    const app = await aPair();
    expect(await app.failureOf('signIn.begin', withoutClient)).toMatchObject({
      code: 'client-id-needed',
      kind: 'sign-in-needed',
    });
    const first = await app.call('signIn.begin', byBrowser);
    await app.call('signIn.cancel', { signInId: first.signInId });
    const ways = await app.call('signIn.ways', { server, email: alice });
    expect(ways.provider).toMatchObject({ client: 'own', ownClientId: client.id });
    const begun = await app.call('signIn.begin', withoutClient);
    expect(pageOf(begun)).toContain(`client_id=${client.id}`);
  });

  test('is asked of a provider that gives one to any program', async () => {
    const app = await aPair({ registers: true });
    const ways = await app.call('signIn.ways', { server, email: alice });
    expect(ways).toMatchObject({ password: 'none', provider: { client: 'registration' } });
    const begun = await app.call('signIn.begin', withoutClient);
    await signInAt(pageOf(begun), alice);
    expect(await ended(app, begun.signInId)).toMatchObject({ state: 'done' });
    await app.call('signIn.begin', withoutClient);
    expect(app.provider.count(/^POST \/reg 201/)).toBe(1);
  });

  test('that the provider does not take', async () => {
    const app = await aPair();
    const begun = await app
      .call('signIn.begin', { target, way: 'device', client: { id: 'x' } })
      .catch(error => String(error));
    expect(begun).toContain('doesn’t accept the client ID');
  });
});

test('a server that names no provider has no such sign-in', async () => {
  const app = anApp({ issuers: new Issuers(async () => ({ takesPasswords: true })) });
  expect(await app.call('signIn.ways', { server, email: alice })).toEqual({ password: 'any' });
  expect(await app.failureOf('signIn.begin', byBrowser)).toMatchObject({
    code: 'no-provider-sign-in',
  });
});
