import type { Account, Input, Output, Profile } from '../../../shared/contract.ts';
import { MailstowError } from '../../engine/errors.ts';
import type { Events } from '../events.ts';
import type { Folders } from '../folders.ts';
import { type AccessRequest, listMailboxes, testAccess } from './access.ts';
import type { Passwords } from './passwords.ts';
import type { Profiles, SavedAccount } from './profiles.ts';
import { withProviderAdvice } from './provider-advice.ts';

/** The accounts of the person: set up, tested, kept, removed. */
export class Accounts {
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
    const tested = await testAccess(await this.#access(input));
    if (tested.result !== 'failed') return tested;
    return { ...tested, failure: withProviderAdvice(tested.failure, input.server) };
  }

  async mailboxes(input: Input<'accounts.mailboxes'>): Promise<Output<'accounts.mailboxes'>> {
    return listMailboxes(await this.#access(input));
  }

  async save({ id, profile, password }: Input<'accounts.save'>): Promise<Account> {
    const folder = await this.#folders.allowed(profile.folder);
    const known = password ?? (id && (await this.#knownFor(id, profile)));
    const saved = this.#profiles.save(id, { ...profile, folder });
    if (known === undefined) await this.#credentials.forget(saved.id);
    else await this.#credentials.keep(saved.id, known, profile.rememberPassword);
    await this.#tell();
    return this.#asShown(saved);
  }

  /** Forgets the account here; what is archived and what is on the server stays. */
  async remove({ accountId }: Input<'accounts.remove'>): Promise<void> {
    this.#profiles.remove(accountId);
    await this.#credentials.forget(accountId);
    await this.#tell();
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

  /** The password as it was typed now, else the one that is known of the account. */
  async #access(input: Input<'accounts.test'>): Promise<AccessRequest> {
    const { server, user, password, accountId } = input;
    const known = password ?? (accountId && (await this.#knownFor(accountId, input)));
    if (known === undefined) throw passwordNeeded(user);
    return { server, user, password: known };
  }

  /** A kept password goes to the server that it was typed for, as well protected as then, and to no other. */
  async #knownFor(
    accountId: string,
    { server, user }: Pick<Profile, 'server' | 'user'>,
  ): Promise<string | undefined> {
    const { profile } = this.#profiles.get(accountId);
    const { host, port, security } = profile.server;
    const isSame =
      profile.user === user &&
      host === server.host &&
      port === server.port &&
      security === server.security;
    return isSame ? this.#credentials.find(accountId) : undefined;
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
