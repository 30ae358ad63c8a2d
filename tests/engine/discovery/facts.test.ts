import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { readAddress } from '../../../electron/engine/discovery/address.ts';
import { discover } from '../../../electron/engine/discovery/discover.ts';
import {
  factOf,
  factOfExchange,
  providerAt,
} from '../../../electron/engine/discovery/facts/facts.ts';
import ispdb from '../../../electron/engine/discovery/facts/ispdb.json' with { type: 'json' };
import { providers } from '../../../electron/engine/discovery/facts/known-providers.ts';
import { type ServerRow, serverOf } from '../../../electron/engine/discovery/mail-server.ts';
import { providerPage } from '../../../shared/model/provider.ts';

const anybody = readAddress('jane.doe@example.org');

interface WellKnown {
  readonly domain: string;
  readonly expected: string;
  /** Of the expectation: `directory` (Thunderbird's), a page of the provider, or `unconfirmed`. */
  readonly source: string;
  readonly read: string;
}

const wellKnown: readonly WellKnown[] = readFileSync(
  join(import.meta.dirname, 'well-known-domains.tsv'),
  'utf8',
)
  .trim()
  .split('\n')
  .filter(line => !line.startsWith('#'))
  .slice(1)
  .map(line => {
    const [
      domain = '',
      protocol = '',
      host = '',
      port = '',
      security = '',
      source = '',
      read = '',
    ] = line.split('\t');
    const expected = protocol === 'none' ? 'none' : `${protocol} ${host} ${port} ${security}`;
    return { domain, expected, source, read };
  });

async function wrongAmong(rows: readonly WellKnown[]): Promise<string[]> {
  const wrong = [];
  for (const { domain, expected } of rows) {
    const { found, closed } = await discover(`jane.doe@${domain}`, { offline: true });
    const { protocol, host, port, security } = found?.server ?? {};
    const said = closed ? 'none' : `${protocol} ${host} ${port} ${security}`;
    if (said !== expected) wrong.push(`${domain}: ${said}, not ${expected}`);
  }
  return wrong;
}

describe('250 well-known domains', () => {
  test('are at the right server, 95 of 100 at least, by what comes with Mailstow', async () => {
    expect(new Set(wellKnown.map(({ domain }) => domain)).size).toBe(wellKnown.length);
    const counted = wellKnown.filter(({ source }) => source !== 'unconfirmed');
    expect(counted.length).toBeGreaterThanOrEqual(250);
    const wrong = await wrongAmong(counted);
    const own = counted.filter(({ source }) => source !== 'directory').length;
    console.log(
      [
        `${counted.length - wrong.length} of ${counted.length} right: ${own} by the provider’s own page, ${counted.length - own} by Thunderbird’s directory; ${wellKnown.length - counted.length} unconfirmed and not counted`,
        ...wrong,
      ].join('\n'),
    );
    expect(wrong.length).toBeLessThanOrEqual(counted.length * 0.05);
  });

  test('those that nobody confirmed are looked up too', async () => {
    const unconfirmed = wellKnown.filter(({ source }) => source === 'unconfirmed');
    expect(await wrongAmong(unconfirmed)).toEqual([]);
  });

  test('name the page that they rest on, with its day', () => {
    for (const { domain, source, read } of wellKnown) {
      const isPage = source !== 'directory' && source !== 'unconfirmed';
      if (isPage) expect(new URL(source).protocol, domain).toBe('https:');
      expect(read, domain).toMatch(isPage ? /^\d{4}-\d\d-\d\d$/ : /^$/);
    }
  });
});

describe('the tables', () => {
  test('hold servers that can be read, domains in lower case, and no domain twice', () => {
    const rows = [...providers, ...ispdb.providers];
    for (const { servers } of rows) {
      for (const row of servers) expect(serverOf(row as never, anybody), row.at).toBeDefined();
      const kinds = servers.flatMap(({ signIn = [] }: { signIn?: readonly string[] }) => signIn);
      for (const kind of kinds) {
        expect(['oauth2', 'app-password', 'password', 'encrypted-password']).toContain(kind);
      }
    }
    const ofProviders = providers.flatMap(({ domains = [] }) => domains);
    for (const names of [ofProviders, providers.flatMap(({ mx = [] }) => mx)]) {
      expect(names).toEqual(names.map(name => name.toLowerCase()));
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test('name where each row is from, and say of no advice that it is done nowhere', () => {
    for (const { name, domains, mx, servers, source, note, page } of providers) {
      expect(domains?.length ?? mx?.length ?? 0, name).toBeGreaterThan(0);
      expect(servers.length === 0, name).toBe(note === 'noImap');
      if (typeof source === 'object') {
        expect(new URL(source.page).protocol).toBe('https:');
        expect(source.read).toMatch(/^\d{4}-\d\d-\d\d$/);
      }
      if (page !== undefined) providerPage.parse({ provider: name, address: page });
      if (note !== undefined && note !== 'outlook' && note !== 'microsoft365') {
        expect(page, name).toBeDefined();
      }
    }
    expect(ispdb).toMatchObject({ licence: 'MPL-2.0', commit: expect.stringMatching(/^\w{40}$/) });
  });

  test('agree with the directory where they say that they are from it', () => {
    const places = new Set(ispdb.providers.flatMap(({ servers }) => servers.map(({ at }) => at)));
    const first = providers
      .filter(({ source }) => source === 'ispdb')
      .map(({ servers }) => servers[0]?.at);
    expect(first.length).toBeGreaterThan(20);
    expect(first.filter(at => !places.has(at ?? ''))).toEqual([]);
  });

  test('differ from the directory in nothing but what is better known', () => {
    const differing = ispdb.providers.flatMap(({ domains, servers }) =>
      domains.filter(domain => {
        const address = readAddress(`jane.doe@${domain}`);
        const { signIn: _, ...ours } = factOf(address)?.servers[0] ?? { signIn: [] };
        const { signIn: __, ...theirs } = serverOf(servers[0] as ServerRow, address) ?? {
          signIn: [],
        };
        return !isDeepStrictEqual(ours, theirs);
      }),
    );
    // It offers IMAP; the directory has POP3 alone.
    expect(differing).toEqual(['yahoo.co.jp']);
  });
});

describe('what takes in the mail of a domain', () => {
  test.each([
    ['aspmx.l.google.com', 'google.com', 'imap.gmail.com', 'googleWorkspace'],
    ['alt1.aspmx.l.google.com', 'google.com', 'imap.gmail.com', 'googleWorkspace'],
    ['smtp.google.com', 'google.com', 'imap.gmail.com', 'googleWorkspace'],
    [
      'example-org.mail.protection.outlook.com',
      'outlook.com',
      'outlook.office365.com',
      'microsoft365',
    ],
    ['example-org.b-v1.mx.microsoft', 'mx.microsoft', 'outlook.office365.com', 'microsoft365'],
    ['in1-smtp.messagingengine.com', 'messagingengine.com', 'imap.fastmail.com', 'fastmail'],
    ['mx.zoho.eu', 'zoho.eu', 'imappro.zoho.eu', 'zoho'],
    ['mail.protonmail.ch', 'protonmail.ch', '127.0.0.1', 'proton'],
    ['mx01.mail.icloud.com', 'icloud.com', 'imap.mail.me.com', 'icloud'],
    // By the directory.
    ['mx1.emailsrvr.com', 'emailsrvr.com', 'secure.emailsrvr.com', undefined],
    ['mx1.pobox.com', 'pobox.com', 'mail.pobox.com', undefined],
  ])('%s tells where the mail is', (host, base, server, note) => {
    const fact = factOfExchange(host, base, anybody);
    expect(fact?.servers[0]?.host).toBe(server);
    expect(fact?.note).toBe(note);
  });

  test.each([
    ['aspmx.l.google.com.example.net', 'example.net'],
    ['notgoogle.com', 'notgoogle.com'],
    ['mail.example.org', 'example.org'],
  ])('%s tells nothing', (host, base) => {
    expect(factOfExchange(host, base, anybody)).toBeUndefined();
  });
});

test('user names are made as the provider wants them', () => {
  const userAt = (email: string) => factOf(readAddress(email))?.servers[0]?.userName;
  expect(userAt('jane.doe@free.fr')).toBe('jane.doe');
  expect(factOfExchange('mx.runbox.com', 'runbox.com', anybody)?.servers[0]?.userName).toBe(
    'jane.doe%example.org',
  );
  expect(userAt('jane.doe@Gmail.com')).toBe('jane.doe@Gmail.com');
  expect(factOf(readAddress('jane@inbox.lt'))?.servers[0]?.host).toBe('mail.inbox.lt');
});

test('a server is known by its name and port', () => {
  expect(providerAt('IMAP.gmail.com', 993)).toMatchObject({ note: 'gmail' });
  expect(providerAt('imap.gmail.com', 143)).toBeUndefined();
});
