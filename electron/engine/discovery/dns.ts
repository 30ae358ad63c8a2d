import { Resolver } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { hostName, type MailServer } from './mail-server.ts';

/** Milliseconds until a question is put again. */
const patience = 1_500;

/** Questions to the name servers; ended by the signal. */
export class Names {
  readonly #resolver = new Resolver({ timeout: patience, tries: 3 });
  readonly #servers: readonly string[] | undefined;

  /** @param servers `address:port`, in the place of the system's */
  constructor(signal: AbortSignal, servers?: readonly string[]) {
    this.#servers = servers;
    if (servers) this.#resolver.setServers(servers);
    signal.addEventListener('abort', () => this.#resolver.cancel(), { once: true });
  }

  /**
   * The hosts that take in the domain's mail first: several where they stand at the same place, in no order. None where
   * the domain takes in no mail (RFC 7505), says nothing, or nobody answers.
   */
  async mailExchanges(domain: string): Promise<readonly string[]> {
    const records = await this.#resolver.resolveMx(domain).catch(() => []);
    const first = records.reduce((least, { priority }) => Math.min(least, priority), Infinity);
    const hosts = records
      .filter(({ priority }) => priority === first)
      .map(({ exchange }) => hostName(exchange))
      .filter(host => host !== undefined);
    return [...new Set(hosts)];
  }

  /** The services that the domain says it has (RFC 6186, RFC 8620), IMAP first; one that it says it has not is left out. */
  async mailServices(domain: string, userName: string): Promise<readonly MailServer[]> {
    const asked = services.map(async ([service, what]) => {
      const records = await this.#resolver.resolveSrv(`${service}.${domain}`).catch(() => []);
      const [best] = records.sort((a, b) => a.priority - b.priority || b.weight - a.weight);
      const host = best && hostName(best.name);
      if (host === undefined || best === undefined || best.port === 0) return undefined;
      const server: MailServer = { ...what, host, port: best.port, userName, signIn: ['password'] };
      return server;
    });
    return (await Promise.all(asked)).filter(server => server !== undefined);
  }

  /** For connections; undefined where the system's own will do, which reads the file of hosts too. */
  get lookup(): LookupFunction | undefined {
    if (this.#servers === undefined) return undefined;
    return (host, { all }, done) => {
      this.#resolver.resolve4(host).then(
        ([first = '', ...more]) =>
          all
            ? done(
                null,
                [first, ...more].map(address => ({ address, family: 4 })),
              )
            : done(null, first, 4),
        error => done(error, ''),
      );
    };
  }
}

const services = [
  ['_imaps._tcp', { protocol: 'imap', security: 'tls' }],
  ['_imap._tcp', { protocol: 'imap', security: 'starttls' }],
  ['_pop3s._tcp', { protocol: 'pop3', security: 'tls' }],
  ['_pop3._tcp', { protocol: 'pop3', security: 'starttls' }],
  ['_jmap._tcp', { protocol: 'jmap', security: 'tls' }],
] as const;
