import type { Account, Input, Output, Profile } from '../../../shared/contract.ts';
import { isSameAccess } from '../../../shared/model/account.ts';
import { MailstowError } from '../../engine/errors.ts';
import type { Events } from '../events.ts';
import type { Folders } from '../folders.ts';
import { type AccessRequest, listMailboxes, testAccess } from './access.ts';
import { countSizes } from './count-sizes.ts';
import { holdsRunOf } from './holds-run.ts';
import type { Passwords } from './passwords.ts';
import type { Profiles, SavedAccount } from './profiles.ts';
import { withProviderAdvice } from './provider-advice.ts';
import { RemovedAccounts } from './removed-accounts.ts';
import { Waits } from './waits.ts';

/** The accounts of the person: set up, tested, kept, removed. */
export class Accounts {
  readonly waits = new Waits();
  readonly #removed = new RemovedAccounts();
  readonly #profiles: Profiles;
  readonly #credentials: Passwords;
  readonly #folders: Folders;
  readonly #events: Events;

  constructor(profiles: Profiles, credentials: Passwords, folders: Folders, events: Events) {
    this.#profiles = profiles;
    this.#credentials = credentials;
    this.#folders = folders;
    this.#events = events;
  }

  list(): Promise<Account[]> {
    return Promise.all(this.#profiles.list().map(each => this.#asShown(each)));
  }

  async test(input: Input<'accounts.test'>): Promise<Output<'accounts.test'>> {
    const access = await this.#access(input);
    const tested = await this.waits.during(input.waitId, signal => testAccess(access, signal));
    if (tested.result !== 'failed') return tested;
    return { ...tested, failure: withProviderAdvice(tested.failure, input.server) };
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

  async save({ id, profile, password }: Input<'accounts.save'>): Promise<Account> {
    const folder = await this.#folders.allowed(profile.folder);
    const known = password ?? (id && (await this.#knownFor(id, profile)));
    const saved = this.#save(id, { ...profile, folder });
    if (known === undefined) await this.#credentials.forget(saved.id);
    else await this.#credentials.keep(saved.id, known, profile.rememberPassword);
    await this.#tell();
    return this.#asShown(saved);
  }

  /** Forgets the account here; what is archived and what is on the server stays. */
  async remove({ accountId }: Input<'accounts.remove'>): Promise<void> {
    const account = this.#profiles.get(accountId);
    const password = await this.#credentials.find(accountId).catch(() => undefined);
    const at = this.#profiles.remove(accountId);
    await this.#credentials.forget(accountId);
    this.#removed.keep(account, at, password);
    await this.#tell();
  }

  /** @throws MailstowError where the removal was too long ago */
  async restore({ accountId }: Input<'accounts.restore'>): Promise<Account> {
    const removed = this.#removed.take(accountId);
    if (removed === undefined) throw new MailstowError('account-gone');
    const { account, at, password } = removed;
    this.#profiles.restore(account, at);
    const { rememberPassword } = account.profile;
    if (password !== undefined) {
      await this.#credentials.keep(accountId, password, rememberPassword);
    }
    await this.#tell();
    return this.#asShown(account);
  }

  async noteRun(accountId: string, lastRun: NonNullable<Account['lastRun']>): Promise<void> {
    this.#profiles.noteRun(accountId, lastRun);
    await this.#tell();
  }

  async noteCheck(accountId: string, check: NonNullable<Account['lastCheck']>): Promise<void> {
    this.#profiles.noteCheck(accountId, check);
    await this.#tell();
  }

  /** The account's archive is in that folder now. */
  async locate(accountId: string, folder: string): Promise<Account> {
    const { profile } = this.#profiles.get(accountId);
    this.#profiles.save(accountId, { ...profile, folder });
    const saved = this.#profiles.noteStored(accountId, folder);
    await this.#tell();
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

  /** The password as it was typed now, else the one that is known of the account. */
  async #access(input: Input<'accounts.mailboxes'>): Promise<AccessRequest> {
    const { server, user, password, accountId } = input;
    const known = password ?? (accountId && (await this.#knownFor(accountId, input)));
    if (known === undefined) throw passwordNeeded(user);
    return { server, user, password: known };
  }

  /** A kept password goes where it was typed for, and nowhere else. */
  async #knownFor(
    accountId: string,
    access: Pick<Profile, 'server' | 'user'>,
  ): Promise<string | undefined> {
    const { profile } = this.#profiles.get(accountId);
    return isSameAccess(profile, access) ? this.#credentials.find(accountId) : undefined;
  }

  async #asShown(saved: SavedAccount): Promise<Account> {
    return { ...saved, hasPassword: await this.#credentials.has(saved.id) };
  }

  async #tell(): Promise<void> {
    this.#events.emit('accounts.changed', await this.list());
  }
}

export function passwordNeeded(user: string): MailstowError {
  return new MailstowError('password-needed', { args: { user } });
}
