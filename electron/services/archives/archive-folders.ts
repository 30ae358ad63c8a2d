import { basename } from 'node:path';
import { type Profiles, storedIn } from '../accounts/profiles.ts';
import type { OpenedArchives } from './opened-archives.ts';

/** Says where an archive is, by the id of its account or of an archive that was opened without one. */
export class ArchiveFolders {
  readonly #profiles: Profiles;
  readonly #opened: OpenedArchives;

  constructor(profiles: Profiles, opened: OpenedArchives) {
    this.#profiles = profiles;
    this.#opened = opened;
  }

  /** All that can be read, with the names by which a person may mean them. */
  all(): { id: string; folder: string; names: readonly string[]; wasStored: boolean }[] {
    const accounts = this.#profiles.list().map(account => {
      const { id, profile } = account;
      const { email, user, folder } = profile;
      return { id, folder, names: [email, user], wasStored: storedIn(account) === folder };
    });
    const opened = this.#opened.list().map(({ id, folder, account }) => ({
      ...{ id, folder, wasStored: true },
      names: [basename(folder), ...(account === undefined ? [] : [account.user])],
    }));
    return [...accounts, ...opened];
  }

  /** @returns absolute @throws MailstowError where there is neither such an account nor such an archive */
  folderOf(id: string): string {
    return this.#opened.find(id)?.folder ?? this.#profiles.get(id).profile.folder;
  }
}
