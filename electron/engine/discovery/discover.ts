import { isDeepStrictEqual } from 'node:util';
import { getDomain } from 'tldts';
import type { NoteKey, ProviderPage, SearchWay } from '../../../shared/model/provider.ts';
import { isReserved, readAddress } from './address.ts';
import { askForSettings } from './autoconfig/autoconfig.ts';
import { Names } from './dns.ts';
import { type Fact, factOf, factOfExchange, isKnownServer } from './facts/facts.ts';
import { type Guess, usualGuesses } from './guesses.ts';
import { type Address, isWithin, type MailServer } from './mail-server.ts';
import { tryServer } from './try-servers.ts';

/** Milliseconds in all. */
const longest = 5_000;

export interface DiscoverOptions {
  /** Ends the search; what was found by then counts. */
  readonly signal?: AbortSignal;
  /** Only what is known without asking anybody. */
  readonly offline?: boolean;
  readonly network?: Network;
}

/** Another network than the one this computer is in. */
export interface Network {
  /** `address:port` of name servers. */
  readonly nameServers: readonly string[];
  /** PEM texts of the authorities that web servers are trusted by. */
  readonly ca: readonly string[];
  readonly httpsPort: number;
  /** The addresses that a redirect from elsewhere may not lead to, in the place of the usual ones. */
  readonly isPrivate?: (address: string | undefined) => boolean;
  /** The servers that are tried, in the place of the usual ones. */
  readonly guesses: readonly Guess[];
}

/** What one question came to. */
export type Outcome =
  | 'found'
  | 'not-found'
  | 'unreachable'
  | 'not-trusted'
  | 'refused'
  | 'pop3'
  | 'too-late';

interface Question {
  readonly way: SearchWay;
  /** The domain or server that was asked, or asked about. */
  readonly name: string;
  /** Where a server was tried. */
  readonly port?: number;
  readonly outcome: Outcome;
}

interface Found {
  readonly way: SearchWay;
  readonly server: MailServer;
  /** What else there is, the best first. */
  readonly others: readonly MailServer[];
  /**
   * The server lies outside of the domain, and nothing but DNS, which anybody on the way can change (RFC 6186 section
   * 6), or the domain's settings, which may be those of whoever took over a forgotten host, says that the two belong
   * together: a person has to agree before a password goes there.
   */
  readonly isElsewhere: boolean;
  readonly note?: NoteKey;
  readonly page?: ProviderPage;
}

/** A provider that is known to let no other program read mail. */
interface Closed {
  readonly note: NoteKey;
  readonly page: ProviderPage;
}

export interface Discovery {
  readonly address: Address;
  readonly found: Found | undefined;
  /** Why nothing was found, and more cannot be. */
  readonly closed?: Closed;
  /** In the order of their ranks. */
  readonly asked: readonly Question[];
}

interface Exchange {
  readonly host: string;
  /** The domain that was registered. */
  readonly base: string;
}

/** What a rank of the search came to. */
interface Result {
  readonly found?: Found | undefined;
  readonly closed?: Closed;
  readonly asked: readonly Question[];
}

/**
 * Finds where the mail of an address is: in our table, in the bundled directory, by the servers that take in the
 * domain's mail, by the domain's own settings, by DNS, and by trying what is usual. All of them are asked at once; the
 * answer of the highest rank counts; after five seconds that of those that have come. Only the domain is ever sent.
 * @throws MailstowError 'not-an-address'
 */
export async function discover(email: string, options: DiscoverOptions = {}): Promise<Discovery> {
  const { signal, offline = false, network } = options;
  const address = readAddress(email);
  const { domain } = address;
  const fact = factOf(address);
  if (fact !== undefined) {
    const asked = [{ way: fact.way, name: domain, outcome: 'found' as const }];
    return { address, found: undefined, ...resultOf(fact), asked };
  }
  const unknown: Question = { way: 'provider', name: domain, outcome: 'not-found' };
  const isNobodys = network === undefined && isReserved(domain);
  if (offline || isNobodys) return { address, found: undefined, asked: [unknown] };
  const over = new AbortController();
  const signals = [over.signal, AbortSignal.timeout(longest), ...(signal ? [signal] : [])];
  try {
    const search = new Search(address, AbortSignal.any(signals), network);
    return await search.byRank([unknown]);
  } finally {
    // Whoever was slower need not go on.
    over.abort();
  }
}

class Search {
  readonly #address: Address;
  readonly #signal: AbortSignal;
  readonly #network: Network | undefined;
  readonly #names: Names;
  readonly #exchanges: Promise<readonly Exchange[]>;

  constructor(address: Address, signal: AbortSignal, network: Network | undefined) {
    this.#address = address;
    this.#signal = signal;
    this.#network = network;
    this.#names = new Names(signal, network?.nameServers);
    this.#exchanges = this.#mailExchanges();
  }

  async byRank(asked: readonly Question[]): Promise<Discovery> {
    const { domain } = this.#address;
    const guesses = this.#network?.guesses ?? usualGuesses(domain);
    const ranks = [
      this.#inTime('provider', domain, this.#byExchange()),
      this.#inTime('settings', domain, this.#bySettings(domain, false)),
      this.#inTime('settings', domain, this.#bySettingsOfExchange()),
      this.#inTime('dns', domain, this.#byServices()),
      ...guesses.map(guess => this.#inTime('guess', guess.host, this.#byTrying(guess))),
    ];
    const all = [...asked];
    let pop3: Found | undefined;
    for (const rank of ranks) {
      const result = await rank;
      all.push(...result.asked);
      if (result.found?.server.protocol === 'imap') {
        return { address: this.#address, found: result.found, asked: all };
      }
      if (result.closed !== undefined)
        return { address: this.#address, found: undefined, ...result, asked: all };
      pop3 ??= result.found;
    }
    return { address: this.#address, found: pop3, asked: all };
  }

  /** Whatever has not come when the time is over counts as nothing. */
  #inTime(way: SearchWay, name: string, work: Promise<Result>): Promise<Result> {
    const signal = this.#signal;
    const late: Result = { asked: [{ way, name, outcome: 'too-late' }] };
    return new Promise((resolve, reject) => {
      const onAbort = () => resolve(late);
      if (signal.aborted) onAbort();
      signal.addEventListener('abort', onAbort, { once: true });
      work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
    });
  }

  async #mailExchanges(): Promise<readonly Exchange[]> {
    const hosts = await this.#names.mailExchanges(this.#address.domain);
    return hosts.flatMap(host => {
      const base = getDomain(host);
      return base === null ? [] : [{ host, base }];
    });
  }

  /** Where several take in the mail at the same place and are not all of one provider, nobody knows whose it is. */
  async #byExchange(): Promise<Result> {
    const exchanges = await this.#exchanges;
    const [first] = exchanges;
    if (first === undefined) return { asked: [] };
    const facts = exchanges.map(({ host, base }) => factOfExchange(host, base, this.#address));
    const [fact] = facts;
    const isOne = fact !== undefined && facts.every(other => isDeepStrictEqual(other, fact));
    const outcome = isOne ? 'found' : 'not-found';
    return {
      ...(isOne ? resultOf(fact) : {}),
      asked: [{ way: 'provider', name: first.host, outcome }],
    };
  }

  async #bySettings(domain: string, byDnsAlone: boolean): Promise<Result> {
    const answer = await askForSettings(domain, this.#address, {
      signal: this.#signal,
      lookup: this.#names.lookup,
      port: this.#network?.httpsPort,
      ca: this.#network?.ca,
      isPrivate: this.#network?.isPrivate,
    });
    if (typeof answer === 'string') {
      const outcome = this.#signal.aborted ? 'too-late' : answer;
      return { asked: [{ way: 'settings', name: domain, outcome }] };
    }
    return {
      found: this.#among('settings', answer, byDnsAlone),
      asked: [{ way: 'settings', name: domain, outcome: 'found' }],
    };
  }

  async #bySettingsOfExchange(): Promise<Result> {
    const bases = new Set((await this.#exchanges).map(({ base }) => base));
    const [base] = bases;
    // Of several nobody knows whose settings would be right.
    if (base === undefined || bases.size > 1 || isWithin(this.#address.domain, base)) {
      return { asked: [] };
    }
    return this.#bySettings(base, true);
  }

  async #byServices(): Promise<Result> {
    const { domain, whole } = this.#address;
    const services = await this.#names.mailServices(domain, whole);
    const found = this.#among('dns', services, true);
    return { found, asked: [{ way: 'dns', name: domain, outcome: found ? 'found' : 'not-found' }] };
  }

  /** @param byDnsAlone nobody but DNS vouches for these servers */
  #among(way: SearchWay, servers: readonly MailServer[], byDnsAlone: boolean): Found | undefined {
    const [server, ...others] = servers;
    // Mail cannot be fetched by JMAP yet; beside another way it is told.
    if (server === undefined || server.protocol === 'jmap') return undefined;
    const isVouchedFor = !byDnsAlone && isKnownServer(server.host);
    const isElsewhere = !isVouchedFor && !isWithin(server.host, this.#address.domain);
    return { way, server, others, isElsewhere };
  }

  async #byTrying(guess: Guess): Promise<Result> {
    const { protocol = 'imap', host, port, security } = guess;
    const signal = this.#signal;
    const patience = { timeout: longest, connectTimeout: longest };
    const tried = await tryServer({ ...guess, ...patience }, signal);
    const isMail = tried === 'imap' || tried === 'pop3';
    const outcome = tried === 'imap' || tried === protocol ? 'found' : tried;
    const server = isMail && {
      ...{ protocol: tried, host, port, security, userName: this.#address.whole },
      signIn: ['password' as const],
    };
    return {
      found: server ? { way: 'guess', server, others: [], isElsewhere: false } : undefined,
      asked: [{ way: 'guess', name: host, port, outcome: signal.aborted ? 'too-late' : outcome }],
    };
  }
}

function resultOf({ way, servers, note, page }: Fact): Pick<Result, 'found' | 'closed'> {
  const [server, ...others] = servers;
  if (server !== undefined) {
    const advice = { ...(note && { note }), ...(page && { page }) };
    return { found: { ...{ way, server, others, isElsewhere: false }, ...advice } };
  }
  return note && page ? { closed: { note, page } } : {};
}
