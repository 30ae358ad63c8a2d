import type { Blame, Exchange } from './exchange.ts';

/** Characters of an address; longer ones are no configuration of anybody's. */
const longestUrl = 2_000;
/** Characters of what a token has to be good for. */
const longestScope = 500;

/**
 * What OAUTHBEARER and XOAUTH2 have in common: the token goes first, and a refusal is told as a challenge of
 * JSON, which has to be answered before the server says NO. A server that cannot look into the token says NO at
 * once, so whatever comes is read by what it is, never by the step that it should be.
 */
export class Bearer implements Exchange {
  readonly mechanism: string;
  readonly first: string;
  readonly #acknowledgement: string;
  readonly isTested = true;
  blame: Blame = 'as the server says';
  openidConfiguration: string | undefined;
  openidScope: string | undefined;

  constructor(mechanism: string, first: string, acknowledgement: string) {
    this.mechanism = mechanism;
    this.first = first;
    this.#acknowledgement = acknowledgement;
  }

  answer(challenge: Buffer | undefined): string | undefined {
    if (this.blame === 'secret') return undefined;
    this.blame = 'secret';
    const told = toldIn(challenge?.toString() ?? '');
    this.openidConfiguration = configurationIn(told);
    this.openidScope = scopeIn(told);
    return this.#acknowledgement;
  }
}

/** RFC 7628 section 3.2.2. */
interface Told {
  readonly 'openid-configuration'?: unknown;
  readonly scope?: unknown;
}

function toldIn(text: string): Told {
  try {
    const told: unknown = JSON.parse(text);
    return typeof told === 'object' && told !== null ? told : {};
  } catch {
    return {};
  }
}

/** @returns undefined where there is none that could be asked */
function configurationIn({ 'openid-configuration': url }: Told): string | undefined {
  if (typeof url !== 'string' || url.length > longestUrl || !URL.canParse(url)) return undefined;
  const { protocol, hostname, href, username, password } = new URL(url);
  const isSecure = protocol === 'https:' || (protocol === 'http:' && isThisComputer(hostname));
  return isSecure && username + password === '' ? href : undefined;
}

function isThisComputer(hostname: string): boolean {
  return ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
}

/** RFC 6749 section 3.3: words of printable characters, by blanks. */
function scopeIn({ scope }: Told): string | undefined {
  const isScope = typeof scope === 'string' && scope.length <= longestScope;
  return isScope && /^[\x21\x23-\x5b\x5d-\x7e]+(?: [\x21\x23-\x5b\x5d-\x7e]+)*$/.test(scope)
    ? scope
    : undefined;
}
