import type { NoteKey, ProviderPage } from '../../../../shared/model/provider.ts';
import {
  type Address,
  type MailServer,
  type ServerRow,
  type SignInKind,
  serverOf,
} from '../mail-server.ts';
import ispdb from './ispdb.json' with { type: 'json' };
import { providers } from './known-providers.ts';
import type { Provider } from './provider.ts';

/** What the tables say of a domain. */
export interface Fact {
  readonly way: 'provider' | 'directory';
  /** None where the provider lets no other program read mail. */
  readonly servers: readonly MailServer[];
  readonly note?: NoteKey;
  readonly page?: ProviderPage;
}

const nobody: Address = { whole: '', local: '', domain: '' };

interface DirectoryEntry {
  readonly domains: readonly string[];
  readonly servers: readonly ServerRow[];
}

const directory = new Map(
  // Its types are checked by the test of the tables: JSON has none of its own.
  (ispdb.providers as readonly DirectoryEntry[]).flatMap(entry =>
    entry.domains.map(domain => [domain, entry.servers] as const),
  ),
);

/** What is known of an address without asking anybody. */
export function factOf(address: Address): Fact | undefined {
  const { domain } = address;
  const known = providers.find(({ domains }) => domains?.some(pattern => fits(domain, pattern)));
  return known === undefined ? directoryFact(domain, address) : providerFact(known, address);
}

/**
 * What is known of whoever takes in a domain's mail.
 * @param host the name of that server
 * @param base its registrable domain
 */
export function factOfExchange(host: string, base: string, address: Address): Fact | undefined {
  const known = providers.find(({ mx }) => mx?.some(name => `.${host}`.endsWith(`.${name}`)));
  if (known !== undefined) return providerFact(known, address);
  const above = host.slice(host.indexOf('.') + 1);
  return directoryFact(above, address) ?? directoryFact(base, address);
}

/** What is known of a server itself, whichever address it was found by. */
export function providerAt(host: string, port: number): ProviderAdvice | undefined {
  const name = host.toLowerCase();
  const known = providers.find(({ servers }) =>
    servers.some(row => {
      const server = serverOf(row, nobody);
      return server?.host === name && server.port === port;
    }),
  );
  return known && adviceOf(known);
}

/** Whether the tables know this server of some provider, whatever the address. */
export function isKnownServer(host: string): boolean {
  return knownHosts.has(host);
}

const knownHosts = new Set(
  [...providers, ...[...directory.values()].map(servers => ({ servers }))].flatMap(({ servers }) =>
    servers.map(row => serverOf(row, nobody)?.host),
  ),
);

/** How the provider's server at a place lets people in; undefined where none is known there. */
export function signInKindsAt(host: string, port: number): readonly SignInKind[] | undefined {
  const name = host.toLowerCase();
  return providers
    .flatMap(({ servers }) => servers)
    .map(row => serverOf(row, nobody))
    .find(server => server?.host === name && server.port === port)?.signIn;
}

type ProviderAdvice = Pick<Fact, 'note' | 'page'>;

function providerFact(provider: Provider, address: Address): Fact {
  return {
    way: 'provider',
    servers: serversOf(provider.servers, address),
    ...adviceOf(provider),
  };
}

function adviceOf({ name, note, page }: Provider): ProviderAdvice {
  return {
    ...(note === undefined ? {} : { note }),
    ...(page === undefined ? {} : { page: { provider: name, address: page } }),
  };
}

function directoryFact(domain: string, address: Address): Fact | undefined {
  const rows = directory.get(domain);
  return rows && { way: 'directory', servers: serversOf(rows, address) };
}

function serversOf(rows: readonly ServerRow[], address: Address): readonly MailServer[] {
  return rows.map(row => serverOf(row, address)).filter(server => server !== undefined);
}

function fits(domain: string, pattern: string): boolean {
  if (!pattern.endsWith('.*')) return domain === pattern;
  const stem = pattern.slice(0, -1);
  // A country, or a country's commercial second level such as co.uk.
  return domain.startsWith(stem) && /^[a-z]{2,3}(\.[a-z]{2})?$/.test(domain.slice(stem.length));
}
