import type { Profiles } from '../accounts/profiles.ts';
import type { OpenedArchives } from './opened-archives.ts';

/** Says where an archive is, by the id of its account or of an archive that was opened without one. */
export class ArchiveFolders {
  readonly #profiles: Profiles;
  readonly #opened: OpenedArchives;

  constructor(profiles: Profiles, opened: OpenedArchives) {
    this.#profiles = profiles;
    this.#opened = opened;
  }

  /** @returns absolute @throws MailstowError where there is neither such an account nor such an archive */
  folderOf(id: string): string {
    return this.#opened.find(id)?.folder ?? this.#profiles.get(id).profile.folder;
  }
}
