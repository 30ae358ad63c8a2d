import type { AuthorizationServer } from 'oauth4webapi';
import type { Server } from '../../../shared/model/account.ts';
import { describedAt, issuerDescribedAt } from './describe-issuer.ts';
import { describedIssuer, type Issuer, knownIssuer } from './issuer.ts';
import { askServer, type SignInOffer } from './probe.ts';
import { oauthProviderAt, oauthProviderOf } from './provider-facts.ts';
import { isThisComputer } from './provider-http.ts';

/** What is known of signing in at a mail server. */
export interface Found {
  readonly issuer?: Issuer | undefined;
  /** Where the server itself was asked. */
  readonly offer?: SignInOffer | undefined;
}

/** Finds who signs people in: by the table, else as mail server and issuer describe it. */
export class Issuers {
  readonly #ask: typeof askServer;
  /** By issuer, as it said it once since the start. */
  readonly #described = new Map<string, AuthorizationServer>();
  /** What a mail server pointed to: one whose provider is away for a moment names none. */
  readonly #pointedTo = new Map<string, Pick<SignInOffer, 'configuration' | 'scope'>>();

  constructor(ask: typeof askServer = askServer) {
    this.#ask = ask;
  }

  /** @throws MailstowError where an issuer cannot be asked */
  async of(server: Server, user: string, signal: AbortSignal): Promise<Found> {
    const known = oauthProviderAt(server.host);
    if (known !== undefined) return { issuer: knownIssuer(known) };
    const offer = await this.#ask(server, user, signal);
    const at = `${server.host}:${server.port}`;
    const told = offer?.configuration === undefined ? this.#pointedTo.get(at) : offer;
    const address = told?.configuration && issuerDescribedAt(told.configuration);
    if (!address || !mayPointTo(server, address)) return { offer };
    this.#pointedTo.set(at, told);
    return { offer, issuer: await this.by(address, told.scope, signal) };
  }

  /**
   * @param issuer its URL
   * @param scope that is asked of it, where that is known
   * @returns undefined where nothing is described there
   */
  async by(issuer: string, scope?: string, signal?: AbortSignal): Promise<Issuer | undefined> {
    const known = oauthProviderOf(issuer);
    if (known !== undefined) return knownIssuer(known);
    const server = this.#described.get(issuer) ?? (await describedAt(issuer, signal));
    if (server === undefined) return undefined;
    this.#described.set(issuer, server);
    return describedIssuer(server, scope);
  }
}

/** A server elsewhere has no business with what runs on this computer. */
function mayPointTo({ host }: Server, issuer: string): boolean {
  return isThisComputer(host) || !isThisComputer(new URL(issuer).hostname);
}
