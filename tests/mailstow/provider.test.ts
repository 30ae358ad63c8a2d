import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { test as inBothLayouts } from '../both-layouts.ts';
import { dovecotMissing } from '../servers/dovecot.ts';
import { alice } from '../services/sign-in/stand.ts';
import { eventsOf, providerAccount } from './provider-account.ts';
import { textsIn, vaultPassword } from './saved-account.ts';

/** A sign-in with a code takes five seconds at least, which is how often one may ask. */
const withoutCodes = { givesCodes: false };

/** Seconds; long enough for a login on a busy machine. */
const tokenLife = 6;

const again = 'Sign in again: mailstow sign-in alice';

describe.skipIf(dovecotMissing() !== undefined)('a sign-in with a provider', () => {
  test('with a code where no browser opens', async () => {
    const { provider, signIn, archive } = await providerAccount();
    const signedIn = await signIn();
    expect(signedIn).toMatchObject({ code: 0, stderr: '' });
    const [code, done] = eventsOf(signedIn);
    expect(code).toMatchObject({
      event: 'device',
      userCode: expect.stringMatching(/^[A-Z]{4}-[A-Z]{4}$/),
      verificationUri: `${provider.issuer}/device`,
    });
    expect(done).toMatchObject({
      ...{ event: 'signed-in', user: alice, provider: expect.any(String) },
      opens: { keyring: false, password: true },
    });
    expect((await archive()).code).toBe(0);
  });

  inBothLayouts('serves runs and checks without anybody, and no token is told', async () => {
    const account = await providerAccount(withoutCodes);
    const { provider, signIn, archive, mailstow, folder, out, profile, vault } = account;
    const signedIn = await signIn();
    expect(eventsOf(signedIn)).toMatchObject([
      { event: 'browser', opened: false, redirectUri: expect.stringContaining('127.0.0.1') },
      { event: 'signed-in', user: alice },
    ]);
    const [log, trace] = [join(folder, 'log'), join(folder, 'trace')];
    const archived = await archive({}, '--log', log, '--trace', trace);
    expect(archived.code).toBe(0);
    expect(eventsOf(archived).at(-1)).toMatchObject({ event: 'done', stored: 9 });
    const access = profile.slice(0, profile.indexOf('--folder'));
    expect((await mailstow(['verify', out, ...access, ...vault])).code).toBe(0);
    const { tokens } = provider;
    expect(tokens.length).toBeGreaterThan(1);
    const told = [archived, signedIn].map(({ stdout, stderr }) => stdout + stderr).join();
    const everything = `${told}${textsIn(folder)}`;
    for (const secret of [...tokens, vaultPassword]) expect(everything).not.toContain(secret);
  });

  test('that expires between runs and in the middle of one is renewed, each time with the newest token', async () => {
    const { provider, signIn, archive, line } = await providerAccount({
      ...withoutCodes,
      tokenLife,
    });
    await signIn();
    const renewals = () => provider.count(/^POST \/token 200$/);
    const before = renewals();
    let cut: Promise<void> | undefined;
    const ended = await archive({
      onStdout(text) {
        if (cut !== undefined || !text.includes('"mailbox-done"')) return;
        cut = (async () => {
          await line.begin();
          await later(tokenLife * 1000);
          await line.end();
        })();
      },
    });
    await cut;
    expect(ended.code).toBe(0);
    expect(eventsOf(ended).at(-1)).toMatchObject({ event: 'done', stored: 9 });
    expect(renewals()).toBeGreaterThan(before);
    const between = renewals();
    await later(tokenLife * 1000);
    expect((await archive()).code).toBe(0);
    expect(renewals()).toBe(between + 1);
    // A second use of an old one would end the grant.
    expect(provider.count(/^POST \/token 400$/)).toBe(0);
  });

  test('that is revoked in the middle of a run: 21 and what to do, in every run from then on', async () => {
    const { provider, signIn, archive, line, mailstow } = await providerAccount(withoutCodes);
    await signIn();
    let cut: Promise<void> | undefined;
    const ended = await archive({
      onStdout(text) {
        if (cut !== undefined || !text.includes('"mailbox-done"')) return;
        cut = (async () => {
          await line.begin();
          await provider.revokeAll(alice);
          await line.end();
        })();
      },
    });
    await cut;
    expect(ended.code).toBe(21);
    expect(ended.stderr).toContain(again);
    expect(ended.stderr).toContain(`The saved sign-in of ${alice} is no longer accepted.`);
    const asked = provider.asked.length;
    const next = await archive();
    expect(next.code).toBe(21);
    expect(next.stderr).toContain(again);
    expect(provider.asked.length).toBe(asked);
    // Signing in again is all that it takes.
    expect((await signIn()).code).toBe(0);
    const whole = await archive();
    expect(whole.code).toBe(0);
    const out = await mailstow(['sign-out', 'alice', '--vault-password-variable', 'VAULT']);
    expect(out.stdout).toContain('Your provider was told that the sign-in is over.');
    expect(provider.count(/^POST \/token\/revocation 200$/)).toBe(1);
    expect((await archive()).code).toBe(3);
  });

  test('as somebody else, denied, stopped, or without a client ID: nothing is saved', async () => {
    const { config, signIn, mailstow, signInArguments, archive } =
      await providerAccount(withoutCodes);
    const other = await signIn('bob@example.test');
    expect(other.code).toBe(21);
    expect(other.stderr).toContain('add --as bob@example.test');
    const denied = await signIn(alice, { denies: true });
    expect(denied.code).toBe(21);
    const stop = new AbortController();
    const stopped = await mailstow(signInArguments, {
      signal: stop.signal,
      onStdout: () => stop.abort(),
    });
    expect(stopped.code).toBe(130);
    expect(textsIn(config)).not.toMatch(/"sealed":|accountId/);
    expect((await archive()).code).toBe(3);
  });

  test('without a client ID says what is left', async () => {
    const { mailstow, vault } = await providerAccount({ clientId: 'another' });
    const none = await mailstow(['sign-in', 'alice', ...vault]);
    expect(none.code).toBe(21);
    expect(none.stderr).toMatch(
      /^Error: This version of Mailstow has no client ID for .* yet\.\nSave an app password with --password, or get a client ID of your own from .* and add --client-id ID\.\n$/,
    );
  });
});
