import type { Blame, Exchange } from './exchange.ts';

/** Characters of an address; longer ones are no configuration of anybody's. */
const longestUrl = 2_000;

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

  constructor(mechanism: string, first: string, acknowledgement: string) {
    this.mechanism = mechanism;
    this.first = first;
    this.#acknowledgement = acknowledgement;
  }

  answer(challenge: Buffer | undefined): string | undefined {
    if (this.blame === 'secret') return undefined;
    this.blame = 'secret';
    this.openidConfiguration = configurationIn(challenge?.toString() ?? '');
    return this.#acknowledgement;
  }
}

/** RFC 7628 section 3.2.2. @returns undefined where there is none that could be asked */
function configurationIn(text: string): string | undefined {
  try {
    const told: unknown = JSON.parse(text);
    if (typeof told !== 'object' || told === null || !('openid-configuration' in told)) return;
    const { 'openid-configuration': url } = told;
    if (typeof url !== 'string' || url.length > longestUrl) return undefined;
    const { protocol, href, username, password } = new URL(url);
    return protocol === 'https:' && username + password === '' ? href : undefined;
  } catch {
    return undefined;
  }
}
