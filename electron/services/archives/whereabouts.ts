import type { Account, Input, Output } from '../../../shared/contract.ts';
import { isSameAccount, otherProtocol } from '../../engine/archive/account-identity.ts';
import { noArchive } from '../../engine/archive/archive-reader.ts';
import { archiveMissing } from '../../engine/archive/presence.ts';
import { MailstowError } from '../../engine/errors.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { type Profiles, type SavedAccount, storedIn } from '../accounts/profiles.ts';
import type { Folders } from '../folders.ts';
import type { Looks } from './looks.ts';
import type { OpenedArchives } from './opened-archives.ts';

interface Sources {
  readonly profiles: Profiles;
  readonly accounts: Accounts;
  readonly opened: OpenedArchives;
  readonly folders: Folders;
  readonly looks: Looks;
  /** Told that an archive is gone: nothing of it may stay open, or its disk could not be taken away or put back. */
  missing(accountId: string): void;
}

/** Whether archives are where they were, and where they may have gone. */
export class Whereabouts {
  readonly #sources: Sources;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** Of an account, or of an archive that was opened without one. */
  async of({ accountId }: Input<'archive.whereabouts'>): Promise<Output<'archive.whereabouts'>> {
    try {
      await this.mustBeThere(accountId);
      return { state: 'there' };
    } catch (error) {
      const code = error instanceof MailstowError ? error.failure.code : undefined;
      if (code === 'archive-folder-missing') return { state: 'missing' };
      if (code === 'folder-silent') return { state: 'silent' };
      throw error;
    }
  }

  /** An account in whose folder nothing was stored yet misses nothing. @throws MailstowError as {@link require} */
  async mustBeThere(accountId: string): Promise<void> {
    const { profiles, opened } = this.#sources;
    const archive = opened.find(accountId);
    if (archive === undefined) await this.require(profiles.get(accountId));
    else await this.#look(accountId, archive.folder);
  }

  /**
   * Before a run, so that nothing is begun in the place of an archive that is gone.
   * @returns whether an earlier run stored mail in the account's folder
   * @throws MailstowError where that is gone, or cannot be looked at
   */
  async require(account: SavedAccount): Promise<boolean> {
    const folder = storedIn(account);
    if (folder === undefined) return false;
    await this.#look(account.id, folder);
    return true;
  }

  /** What Mailstow finds by itself, the nearest first. */
  async find({ accountId }: Input<'archive.find'>): Promise<Output<'archive.find'>> {
    const { profiles, folders, looks } = this.#sources;
    const { user, server, folder } = profiles.get(accountId).profile;
    const { host, protocol } = server;
    const account = { user, host, protocol };
    const found = await looks.find({ account, folder }).catch(() => []);
    const allowed: Output<'archive.find'> = [];
    for (const { folder, messages, archivedAt } of found) {
      // Where it may not be used it is none.
      const real = await folders.allowed(folder).catch(() => undefined);
      if (real !== undefined) allowed.push({ folder: real, messages, archivedAt });
    }
    return allowed;
  }

  /**
   * From now on the account's archive is there.
   * @throws MailstowError where the folder holds no archive, or another account's, or one by another protocol
   */
  async locate({ accountId, folder: chosen }: Input<'accounts.locate'>): Promise<Account> {
    const { profiles, accounts, folders, looks } = this.#sources;
    const { user, server } = profiles.get(accountId).profile;
    const { host, protocol = 'imap' } = server;
    const folder = await folders.allowed(chosen);
    const holding = await looks.at(folder);
    if (holding === undefined) throw noArchive(folder);
    const { account: held } = holding;
    if (held !== undefined && !isSameAccount(held, { user, host })) {
      throw new MailstowError('other-account', {
        args: { folder, held: held.user, heldHost: held.host, user, host },
      });
    }
    const { protocol: heldBy = 'imap' } = held ?? { protocol };
    if (heldBy !== protocol) throw otherProtocol(folder, heldBy, protocol);
    return accounts.locate(accountId, folder);
  }

  async #look(id: string, folder: string): Promise<void> {
    if (await this.#sources.looks.isThere(folder)) return;
    this.#sources.missing(id);
    throw archiveMissing(folder);
  }
}
