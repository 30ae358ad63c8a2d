import type { Credentials } from '../../../shared/model/account.ts';
import { passwordNeeded } from '../accounts/password-needed.ts';
import type { Passwords } from '../accounts/passwords.ts';
import type { Profiles } from '../accounts/profiles.ts';
import type { Grants } from './grants.ts';
import { signInAgain } from './renewing.ts';

/** What an account signs in with: its password, or tokens of what its provider granted. */
export class KnownCredentials {
  readonly #profiles: Profiles;
  readonly #secrets: Passwords;
  readonly #grants: Grants;

  constructor(profiles: Profiles, secrets: Passwords, grants: Grants) {
    this.#profiles = profiles;
    this.#secrets = secrets;
    this.#grants = grants;
  }

  /**
   * @param typed a password, which is known from then on
   * @throws MailstowError where the person has to type a password or to sign in
   */
  async require(accountId: string, typed?: string): Promise<Credentials> {
    const { profile, signedInBy } = this.#profiles.get(accountId);
    const { user, rememberPassword } = profile;
    if (typed !== undefined) {
      await this.#secrets.keep(accountId, typed, rememberPassword);
      this.#profiles.noteSignedInBy(accountId, undefined);
      return { user, password: typed };
    }
    const known = await this.find(accountId);
    if (known !== undefined) return known;
    throw signedInBy === undefined ? passwordNeeded(user) : signInAgain(signedInBy.provider);
  }

  /** @returns undefined where nothing is known of the account that it could sign in with */
  async find(accountId: string): Promise<Credentials | undefined> {
    const { profile, signedInBy } = this.#profiles.get(accountId);
    const { user } = profile;
    const secret = await this.#secrets.find(accountId);
    if (typeof secret === 'string') return { user, password: secret };
    const isGranted = secret !== undefined || (signedInBy && (await this.#secrets.has(accountId)));
    return isGranted ? { user, tokens: this.#grants.tokens(accountId) } : undefined;
  }
}
