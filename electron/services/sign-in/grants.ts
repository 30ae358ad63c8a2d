import type { TokenSource } from '../../../shared/model/account.ts';
import { MailstowError } from '../../engine/errors.ts';
import type { Passwords } from '../accounts/passwords.ts';
import type { Grant, Secret } from './grant.ts';
import type { Issuers } from './issuers.ts';
import { aloneWithGrant } from './renewal-lock.ts';
import { type GrantStore, Renewing } from './renewing.ts';
import { revoke } from './revoke.ts';

export interface GrantsOptions {
  readonly secrets: Passwords;
  /** Of the person's data: locks that other processes heed are in there. */
  readonly folder: string;
  readonly issuers: Issuers;
  /** As people call the provider of an account. */
  provider(accountId: string): string;
  /** Told every token, so that no line of a log shows one. */
  hide(accountId: string, token: string): void;
  /** The account's grant turned out to be over. */
  onOver?(accountId: string): void;
}

/** What providers granted for the accounts: fresh tokens of it, and its end. */
export class Grants {
  readonly #options: GrantsOptions;
  readonly #tokens = new Map<string, Renewing>();

  constructor(options: GrantsOptions) {
    this.#options = options;
  }

  /** The same for everyone who asks, so that one renewal serves all. */
  tokens(accountId: string): TokenSource {
    const known = this.#tokens.get(accountId);
    if (known !== undefined) return known;
    const { issuers, provider, hide } = this.#options;
    const made = new Renewing(this.#storeOf(accountId), {
      issuers,
      provider: () => provider(accountId),
      hide: token => hide(accountId, token),
    });
    this.#tokens.set(accountId, made);
    return made;
  }

  /** Forgets it here, and tells the provider where that takes it; never fails for a provider that is away. */
  async signOut(accountId: string): Promise<void> {
    const { secrets, issuers } = this.#options;
    const secret = await secrets.find(accountId);
    if (secret === undefined || typeof secret === 'string') return;
    await secrets.forget(accountId);
    await revoke(secret, issuers);
  }

  /** Tells the provider of a grant that it is over; nobody waits for that. */
  revoke(secret: Secret): void {
    if (typeof secret !== 'string') void revoke(secret, this.#options.issuers);
  }

  #storeOf(accountId: string): GrantStore {
    const { secrets, folder, onOver } = this.#options;
    return {
      find: async () => {
        const secret = await secrets.find(accountId);
        if (secret === undefined && (await secrets.isLocked(accountId))) {
          throw new MailstowError('password-store-refused');
        }
        return typeof secret === 'string' ? undefined : secret;
      },
      keep: (grant: Grant) => secrets.replace(accountId, grant),
      async forget() {
        await secrets.forget(accountId);
        onOver?.(accountId);
      },
      alone: work => aloneWithGrant({ folder, key: accountId }, work),
    };
  }
}
