import type { Account, Input, Output, Profile } from '../../../shared/contract.ts';
import { type Credentials, isSameAccess } from '../../../shared/model/account.ts';
import { MailstowError } from '../../engine/errors.ts';
import type { Events } from '../events.ts';
import type { Folders } from '../folders.ts';
import type { Grants } from '../sign-in/grants.ts';
import type { KnownCredentials } from '../sign-in/known-credentials.ts';
import type { Finished, SignIns } from '../sign-in/sign-ins.ts';
import { type AccessRequest, listMailboxes, testAccess } from './access.ts';
import { countSizes } from './count-sizes.ts';
import { holdsRunOf } from './holds-run.ts';
import { passwordNeeded } from './password-needed.ts';
import type { Passwords } from './passwords.ts';
import type { Profiles, SavedAccount } from './profiles.ts';
import type { ProviderAdvice } from './provider-advice.ts';
import { RemovedAccounts } from './removed-accounts.ts';
import { Waits } from './waits.ts';

export interface AccountsOptions {
  readonly profiles: Profiles;
  readonly secrets: Passwords;
  readonly credentials: KnownCredentials;
  readonly grants: Grants;
  readonly signIns: SignIns;
  readonly advice: ProviderAdvice;
  readonly folders: Folders;
  readonly events: Events;
}

/** The accounts of the person: set up, tested, kept, removed. */
export class Accounts {
  readonly waits = new Waits();
  readonly #removed: RemovedAccounts;
  readonly #options: AccountsOptions;
  readonly #profiles: Profiles;
  readonly #secrets: Passwords;
  readonly #folders: Folders;
  readonly #events: Events;

  constructor(options: AccountsOptions) {
    this.#options = options;
    this.#profiles = options.profiles;
    this.#secrets = options.secrets;
    this.#folders = options.folders;
    this.#events = options.events;
    this.#removed = new RemovedAccounts(secret => options.grants.revoke(secret));
  }

  list(): Promise<Account[]> {
    return Promise.all(this.#profiles.list().map(each => this.#asShown(each)));
  }

  async test(input: Input<'accounts.test'>): Promise<Output<'accounts.test'>> {
    const access = await this.#access(input);
    const tested = await this.waits.during(input.waitId, signal => testAccess(access, signal));
    if (tested.result !== 'failed') return tested;
    return { ...tested, failure: this.#options.advice.of(tested.failure, input.server) };
  }

  async mailboxes(input: Input<'accounts.mailboxes'>): Promise<Output<'accounts.mailboxes'>> {
    const access = await this.#access(input);
    return this.waits.during(input.waitId, signal => listMailboxes(access, signal));
  }

  async count(input: Input<'accounts.count'>): Promise<Output<'accounts.count'>> {
    const access = await this.#access(input);
    const { waitId } = input;
    const whole = await this.waits.during(waitId, signal =>
      countSizes(access, signal, mailboxes =>
        this.#events.emit('mailboxes.counted', { waitId, mailboxes }),
      ),
    );
    return { whole };
  }

  cancel({ waitId }: Input<'accounts.cancel'>): void {
    this.waits.cancel(waitId);
  }

  async save({ id, profile, password, signInId }: Input<'accounts.save'>): Promise<Account> {
    const folder = await this.#folders.allowed(profile.folder);
    const signedIn = signInId && (await this.#options.signIns.ended(signInId));
    const isSame = id !== undefined && isSameAccess(this.#profiles.get(id).profile, profile);
    const known = password ?? (isSame ? await this.#secrets.find(id) : undefined);
    const saved = this.#save(id, { ...profile, folder });
    if (signedIn) await this.keepSignIn(saved.id, signedIn);
    else {
      // Of an account that is signed in to with its provider the rest may change: it stays signed in.
      if (password !== undefined || !isSame) await this.#leaveProvider(saved.id);
      if (known === undefined) await this.#secrets.forget(saved.id);
      else await this.#secrets.keep(saved.id, known, profile.rememberPassword);
    }
    await this.tell();
    return this.#asShown(this.#profiles.get(saved.id));
  }

  /** A sign-in with the provider that is through is the account's from now on. */
  async keepSignIn(accountId: string, { grant, signedInBy }: Finished): Promise<void> {
    const { profile } = this.#profiles.get(accountId);
    this.#profiles.noteSignedInBy(accountId, signedInBy);
    await this.#secrets.keep(accountId, grant, profile.rememberPassword);
  }

  /** Tells the provider that the sign-in is over, and forgets it; the account stays one of the provider's. */
  async signOut({ accountId }: Input<'signIn.out'>): Promise<Account> {
    const account = this.#profiles.get(accountId);
    await this.#options.grants.signOut(accountId);
    await this.tell();
    return this.#asShown(account);
  }

  /** Forgets the account here; what is archived and what is on the server stays. */
  async remove({ accountId }: Input<'accounts.remove'>): Promise<void> {
    const account = this.#profiles.get(accountId);
    const secret = await this.#secrets.find(accountId).catch(() => undefined);
    const at = this.#profiles.remove(accountId);
    await this.#secrets.forget(accountId);
    this.#removed.keep(account, at, secret);
    await this.tell();
  }

  /** @throws MailstowError where the removal was too long ago */
  async restore({ accountId }: Input<'accounts.restore'>): Promise<Account> {
    const removed = this.#removed.take(accountId);
    if (removed === undefined) throw new MailstowError('account-gone');
    const { account, at, secret } = removed;
    this.#profiles.restore(account, at);
    const { rememberPassword } = account.profile;
    if (secret !== undefined) await this.#secrets.keep(accountId, secret, rememberPassword);
    await this.tell();
    return this.#asShown(account);
  }

  async noteRun(accountId: string, lastRun: NonNullable<Account['lastRun']>): Promise<void> {
    this.#profiles.noteRun(accountId, lastRun);
    await this.tell();
  }

  async noteCheck(accountId: string, check: NonNullable<Account['lastCheck']>): Promise<void> {
    this.#profiles.noteCheck(accountId, check);
    await this.tell();
  }

  /** The account's archive is in that folder now. */
  async locate(accountId: string, folder: string): Promise<Account> {
    const { profile } = this.#profiles.get(accountId);
    this.#profiles.save(accountId, { ...profile, folder });
    const saved = this.#profiles.noteStored(accountId, folder);
    await this.tell();
    return this.#asShown(saved);
  }

  /** Ends what is waited for, and forgets what was removed. */
  close(): void {
    this.waits.cancelAll();
    this.#removed.forgetAll();
  }

  /** What runs and checks said was said of the folder of then; it goes along with an archive that was moved. */
  #save(id: string | undefined, profile: Profile): SavedAccount {
    const before = id === undefined ? undefined : this.#profiles.get(id);
    const saved = this.#profiles.save(id, profile);
    if (before === undefined || before.profile.folder === profile.folder) return saved;
    return holdsRunOf(profile.folder, saved)
      ? this.#profiles.noteStored(saved.id, profile.folder)
      : this.#profiles.forgetArchive(saved.id);
  }

  /** The sign-in that is through or the password as it was typed now, else what is known of the account. */
  async #access(input: Input<'accounts.mailboxes'>): Promise<AccessRequest> {
    const { server, user, password, accountId, signInId } = input;
    if (signInId !== undefined) {
      return { server, credentials: { user, tokens: this.#options.signIns.tokens(signInId) } };
    }
    if (password !== undefined) return { server, credentials: { user, password } };
    const credentials = accountId && (await this.#knownFor(accountId, input));
    if (!credentials) throw passwordNeeded(user);
    return { server, credentials };
  }

  /** What is kept goes where it was given for, and nowhere else. */
  async #knownFor(
    accountId: string,
    access: Pick<Profile, 'server' | 'user'>,
  ): Promise<Credentials | undefined> {
    const { profile, signedInBy } = this.#profiles.get(accountId);
    if (!isSameAccess(profile, access)) return undefined;
    const { credentials } = this.#options;
    return signedInBy === undefined ? credentials.find(accountId) : credentials.require(accountId);
  }

  /** From now on a password is what it takes. */
  async #leaveProvider(accountId: string): Promise<void> {
    await this.#options.grants.signOut(accountId);
    this.#profiles.noteSignedInBy(accountId, undefined);
  }

  async #asShown(saved: SavedAccount): Promise<Account> {
    return { ...saved, hasPassword: await this.#secrets.has(saved.id) };
  }

  /** Tells every window how the accounts are now. */
  async tell(): Promise<void> {
    this.#events.emit('accounts.changed', await this.list());
  }
}
