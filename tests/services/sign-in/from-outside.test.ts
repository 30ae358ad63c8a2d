import fc from 'fast-check';
import type { TokenEndpointResponse } from 'oauth4webapi';
import { describe, expect, test } from 'vitest';
import { signInKindsAt } from '../../../electron/engine/discovery/facts/facts.ts';
import { MailstowError } from '../../../electron/engine/errors.ts';
import { issuerDescribedAt } from '../../../electron/services/sign-in/describe-issuer.ts';
import {
  type Grant,
  grant,
  isFresh,
  readSecret,
  secretText,
} from '../../../electron/services/sign-in/grant.ts';
import { requireMail } from '../../../electron/services/sign-in/granted-scope.ts';
import { knownIssuer } from '../../../electron/services/sign-in/issuer.ts';
import {
  oauthProviderAt,
  oauthProviders,
} from '../../../electron/services/sign-in/provider-facts.ts';
import { isAskable } from '../../../electron/services/sign-in/provider-http.ts';
import { readRedirect } from '../../../electron/services/sign-in/redirect.ts';
import { redirectPage } from '../../../electron/services/sign-in/redirect-page.ts';
import { grantOf } from '../../../electron/services/sign-in/tokens.ts';
import { requireSame } from '../../../electron/services/sign-in/who.ts';

const redirectUri = 'http://127.0.0.1:4000/callback';
const state = 's'.repeat(43);

/** What it returns, or the code of what it throws on purpose. */
function codeOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    if (error instanceof MailstowError) return error.failure.code;
    throw error;
  }
}

describe('an address that a sign-in ended at', () => {
  const anyAddress = fc.oneof(
    fc.string(),
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc
      .record({
        start: fc.constantFrom(redirectUri, 'http://localhost:4000/callback'),
        rest: fc.string(),
      })
      .map(({ start, rest }) => `${start}?state=${state}&${rest}`),
  );

  test('is this sign-in’s own, or is refused by name', () => {
    fc.assert(
      fc.property(anyAddress, address => {
        const read = codeOf(() => readRedirect(address, redirectUri, state));
        if (!(read instanceof URLSearchParams)) {
          expect(['redirect-not-understood', 'redirect-of-other-sign-in']).toContain(read);
          return;
        }
        expect(read.getAll('state')).toEqual([state]);
        expect(new URL(address.trim()).href.startsWith(redirectUri)).toBe(true);
        expect(read.has('code') || read.has('error')).toBe(true);
      }),
    );
  });

  test('gives the code whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), code => {
        const query = new URLSearchParams({ code, state });
        const read = readRedirect(`${redirectUri}?${query}`, redirectUri, state);
        expect(read.get('code')).toBe(new URLSearchParams(query.toString()).get('code'));
      }),
    );
  });

  test.each([
    [`http://127.0.0.1:4001/callback?code=x&state=${state}`, 'redirect-of-other-sign-in'],
    [`http://localhost:4000/callback?code=x&state=${state}`, 'redirect-of-other-sign-in'],
    [`${redirectUri}?code=x&state=other`, 'redirect-of-other-sign-in'],
    [`${redirectUri}?code=x&state=${state}&state=${state}`, 'redirect-not-understood'],
    [`${redirectUri}?code=x&code=y&state=${state}`, 'redirect-not-understood'],
    [`${redirectUri}?state=${state}`, 'redirect-not-understood'],
    [`https://mail.example.org/?code=x&state=${state}`, 'redirect-not-understood'],
    [`http://user@127.0.0.1:4000/callback?code=x&state=${state}`, 'redirect-of-other-sign-in'],
    [`${redirectUri}?code=${'x'.repeat(20_000)}&state=${state}`, 'redirect-not-understood'],
  ])('%s', (address, code) => {
    expect(codeOf(() => readRedirect(address, redirectUri, state))).toBe(code);
  });
});

const token = fc.string({
  unit: fc.constantFrom(...'abcXYZ019-._~+/='),
  minLength: 1,
  maxLength: 80,
});
const grants: fc.Arbitrary<Grant> = fc.record(
  {
    issuer: fc.webUrl(),
    client: fc.record({ id: fc.string({ minLength: 1, maxLength: 40 }) }),
    refreshToken: token,
    accessToken: token,
    freshUntil: fc.nat(),
    scope: fc.string({ maxLength: 80 }),
    signedInAs: fc.string({ minLength: 1, maxLength: 80 }),
  },
  { requiredKeys: ['issuer', 'client', 'scope'] },
);

describe('what a vault keeps', () => {
  test('comes out as it went in, a grant or a password', () => {
    fc.assert(
      fc.property(grants, each => {
        expect(readSecret(secretText(each))).toEqual(each);
      }),
    );
    // A password with a line break cannot be sent, so nobody has one.
    const passwords = fc.string().filter(text => !/[\r\n]/.test(text));
    fc.assert(
      fc.property(fc.oneof(passwords, fc.constantFrom('grant', 'grant{}', '{}')), password => {
        expect(readSecret(secretText(password))).toBe(password);
      }),
    );
  });

  test('is a grant or nothing where it is damaged', () => {
    fc.assert(
      fc.property(grants, fc.nat(), fc.string(), (each, at, text) => {
        const kept = secretText(each);
        const cut = Math.max(6, at % kept.length);
        const read = readSecret(kept.slice(0, cut) + text);
        expect(read === undefined || grant.safeParse(read).success).toBe(true);
      }),
    );
  });
});

describe('an answer with tokens', () => {
  const before = { issuer: 'https://i.example', client: { id: 'c' }, scope: 'mail' };
  const issuer = { host: 'i.example' };

  test('becomes a grant that can be kept, or is refused by name', () => {
    const answers = fc.record(
      {
        access_token: fc.oneof(token, fc.string(), fc.string({ size: 'large' })),
        token_type: fc.constant('bearer' as const),
        expires_in: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
        refresh_token: fc.oneof(token, fc.string()),
        scope: fc.string(),
      },
      { requiredKeys: ['access_token', 'token_type'] },
    );
    fc.assert(
      fc.property(answers, answer => {
        const tokens = answer as TokenEndpointResponse;
        const made = codeOf(() => grantOf({ tokens, claims: undefined }, before, issuer));
        if (made === 'provider-answer-not-understood') return;
        const kept = readSecret(secretText(made as Grant));
        expect(kept).toEqual(made);
        // Nothing in a token ends the line of a command or the part of a SASL answer.
        expect((made as Grant).accessToken).toMatch(/^[\x21-\x7e]+$/);
      }),
    );
  });

  test('is fresh for a while less than it lives, and keeps what the answer does not say', () => {
    const tokens = { access_token: 'a', token_type: 'bearer', expires_in: 3600 } as const;
    const made = grantOf({ tokens, claims: undefined }, { ...before, refreshToken: 'r' }, issuer);
    expect(made).toMatchObject({ refreshToken: 'r', scope: 'mail' });
    expect((made.freshUntil ?? 0) - Date.now()).toBeLessThanOrEqual(3_540_000);
    expect(isFresh(made)).toBe(true);
    const dead = { ...tokens, expires_in: 0 };
    expect(isFresh(grantOf({ tokens: dead, claims: undefined }, before, issuer))).toBe(false);
    const { expires_in: _, ...unsaid } = tokens;
    expect(isFresh(grantOf({ tokens: unsaid, claims: undefined }, before, issuer))).toBe(true);
  });
});

describe('who signed in', () => {
  test('is the account’s person whatever the case, or is told of by name', () => {
    const code = (names: string[], wanted: string[]) =>
      codeOf(() => requireSame(names, wanted)) ?? 'same';
    expect(code(['Alice@Example.org'], ['alice@example.org'])).toBe('same');
    expect(code(['x@example.org', 'alice'], ['alice@example.org', 'alice'])).toBe('same');
    expect(code([], ['alice@example.org'])).toBe('same');
    expect(code(['bob@example.org'], ['alice@example.org'])).toBe('signed-in-as-other');
    fc.assert(
      fc.property(fc.array(fc.emailAddress()), fc.emailAddress(), (names, wanted) => {
        const isSame =
          names.length === 0 || names.some(each => each.toLowerCase() === wanted.toLowerCase());
        expect(code(names, [wanted]) === 'same').toBe(isSame);
      }),
    );
  });

  test('may have left out the access to mail', () => {
    const [microsoft, google] = oauthProviders.map(knownIssuer);
    const code = (issuer: typeof google, scope: string | undefined) => {
      if (issuer === undefined) throw new Error('There is no such provider');
      const tokens = { access_token: 'a', token_type: 'bearer', ...(scope && { scope }) } as const;
      return codeOf(() => requireMail({ tokens, claims: undefined }, issuer)) ?? 'granted';
    };
    expect(code(google, 'openid https://mail.google.com/ email')).toBe('granted');
    expect(code(google, undefined)).toBe('granted');
    expect(code(google, 'openid https://www.googleapis.com/auth/userinfo.email')).toBe(
      'mail-not-granted',
    );
    expect(code(google, 'openid https://mail.google.com.attacker.example/')).toBe(
      'mail-not-granted',
    );
    expect(code(microsoft, 'https://outlook.office365.com/IMAP.AccessAsUser.All')).toBe('granted');
    expect(code(microsoft, 'https://outlook.office.com/POP.AccessAsUser.All openid')).toBe(
      'mail-not-granted',
    );
  });
});

describe('where a provider is asked', () => {
  test('encrypted, or on this computer', () => {
    expect(isAskable('https://login.example.org/token')).toBe(true);
    expect(isAskable('http://127.0.0.1:4000/token')).toBe(true);
    for (const address of [
      'http://login.example.org/token',
      'http://127.0.0.1.example.org/',
      'https://user:secret@login.example.org/',
      'ftp://login.example.org/',
      'file:///etc/passwd',
      'no address',
    ]) {
      expect(isAskable(address), address).toBe(false);
    }
  });

  test('the issuer is in the address of its description', () => {
    const described = [
      ['https://i.example/.well-known/openid-configuration', 'https://i.example'],
      ['https://i.example/realms/a/.well-known/openid-configuration', 'https://i.example/realms/a'],
      ['https://i.example/.well-known/oauth-authorization-server/a', 'https://i.example/a'],
      ['https://i.example/elsewhere', undefined],
      ['https://i.example/.well-known/openid-configuration?to=x', undefined],
      ['http://i.example/.well-known/openid-configuration', undefined],
    ] as const;
    for (const [address, issuer] of described) expect(issuerDescribedAt(address)).toBe(issuer);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl()), address => {
        const issuer = issuerDescribedAt(address);
        expect(issuer === undefined || isAskable(issuer)).toBe(true);
      }),
    );
  });
});

test('the page that a sign-in ends at holds no markup of anybody’s', () => {
  fc.assert(
    fc.property(fc.string(), words => {
      const page = redirectPage('en', `<script>${words}`);
      expect(page.match(/<script/g)).toBeNull();
      expect(page.match(/<p>/g)).toHaveLength(1);
    }),
  );
});

describe('the providers in the table', () => {
  test.each(oauthProviders.map(each => [each.name, each] as const))('%s', (_name, provider) => {
    const { server, scopes, hosts, source } = provider;
    for (const [key, value] of Object.entries(server)) {
      if (/_endpoint$/.test(key)) expect(isAskable(String(value)), key).toBe(true);
    }
    expect(scopes.ask).toContain(scopes.mail);
    expect(source.every(page => URL.canParse(page))).toBe(true);
    for (const host of hosts) expect(oauthProviderAt(host.toUpperCase())).toBe(provider);
    // What the search for servers offers and what signing in knows are one thing.
    const listed = hosts.flatMap(host => signInKindsAt(host, 993) ?? []);
    expect(listed).toContain('oauth2');
  });
});
