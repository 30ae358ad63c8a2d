import type { TokenSource } from '../../../shared/model/account.ts';
import { tellDefect } from '../../engine/defects.ts';
import { MailstowError } from '../../engine/errors.ts';
import { type Grant, isFresh, secretsIn } from './grant.ts';
import type { Issuers } from './issuers.ts';
import { renewed } from './renew.ts';

/** Where one grant is kept. */
export interface GrantStore {
  /** As it is now: another process may have renewed it. @returns undefined where there is none (any more) */
  find(): Promise<Grant | undefined>;
  keep(grant: Grant): Promise<void>;
  /** It is over. */
  forget(): Promise<void>;
  /** Nobody else renews it while the work goes on. */
  alone<Result>(work: () => Promise<Result>): Promise<Result>;
}

export interface RenewingOptions {
  readonly issuers: Issuers;
  /** As people call whoever it is from, where there is no grant that says it. */
  provider(): string;
  /** Told every token, so that no line of a log shows one. */
  hide(token: string): void;
}

/** The tokens of one grant, renewed before they end: once, however many connections ask. */
export class Renewing implements TokenSource {
  readonly #store: GrantStore;
  readonly #options: RenewingOptions;
  #renewal: Promise<Grant> | undefined;

  constructor(store: GrantStore, options: RenewingOptions) {
    this.#store = store;
    this.#options = options;
  }

  async token(refused?: string): Promise<string> {
    const grant = await this.#store.find();
    if (grant === undefined) throw this.#again();
    if (isUsable(grant, refused)) return this.#handOut(grant);
    this.#renewal ??= this.#renew(refused).finally(() => {
      this.#renewal = undefined;
    });
    return this.#handOut(await this.#renewal);
  }

  #renew(refused: string | undefined): Promise<Grant> {
    return this.#store.alone(async () => {
      const grant = await this.#store.find();
      if (grant === undefined) throw this.#again();
      if (isUsable(grant, refused)) return grant;
      const { issuer: address, scope } = grant;
      const issuer = await this.#options.issuers.by(address, scope);
      // Whoever it was from describes itself no longer: the same as a server that is away.
      if (issuer === undefined) {
        throw new MailstowError('provider-unavailable', { args: { host: new URL(address).host } });
      }
      const next = await renewed(grant, issuer);
      if (next === undefined) {
        await this.#store.forget();
        throw this.#again(issuer.name);
      }
      // A disk that does not take it ends no run: it is in memory.
      await this.#store.keep(next).catch(tellDefect);
      return next;
    });
  }

  #handOut(grant: Grant): string {
    const { accessToken = '' } = grant;
    for (const token of secretsIn(grant)) this.#options.hide(token);
    return accessToken;
  }

  #again(provider = this.#options.provider()): MailstowError {
    return signInAgain(provider);
  }
}

export function signInAgain(provider: string): MailstowError {
  return new MailstowError('sign-in-again', { args: { provider } });
}

function isUsable(grant: Grant, refused: string | undefined): boolean {
  return grant.accessToken !== refused && isFresh(grant);
}
