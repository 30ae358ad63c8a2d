import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import {
  type Input,
  type OpenedArchive,
  type Output,
  openedArchive,
} from '../../../shared/contract.ts';
import { noArchive } from '../../engine/archive/archive-reader.ts';
import type { Profiles } from '../accounts/profiles.ts';
import type { Events } from '../events.ts';
import type { Folders } from '../folders.ts';
import { JsonFile } from '../json-file.ts';
import type { Looks } from './looks.ts';

/** Archives that were opened without their account, to be read: in the order in which that was done. */
export class OpenedArchives {
  readonly #file: JsonFile<readonly OpenedArchive[]>;
  readonly #profiles: Profiles;
  readonly #folders: Folders;
  readonly #looks: Looks;
  readonly #events: Events;

  /** @param userData folder of the person's data */
  constructor(
    userData: string,
    sources: { profiles: Profiles; folders: Folders; looks: Looks; events: Events },
  ) {
    this.#file = new JsonFile({
      folder: userData,
      name: 'archives.json',
      what: 'archives',
      empty: [],
      parse: content => z.array(openedArchive).parse(content),
      migrations: [],
    });
    this.#profiles = sources.profiles;
    this.#folders = sources.folders;
    this.#looks = sources.looks;
    this.#events = sources.events;
  }

  /** @throws MailstowError as {@link JsonFile.read} does */
  list(): readonly OpenedArchive[] {
    return this.#file.read();
  }

  find(id: string): OpenedArchive | undefined {
    return this.list().find(each => each.id === id);
  }

  /**
   * @returns by what it is asked for from now on: an account's id where that account archives there
   * @throws MailstowError where no archive is in the folder, or it is not allowed
   */
  async open({ folder: chosen }: Input<'archives.open'>): Promise<Output<'archives.open'>> {
    const folder = await this.#folders.allowed(chosen);
    const account = this.#profiles.list().find(({ profile }) => profile.folder === folder);
    if (account !== undefined) return { accountId: account.id };
    const holding = await this.#looks.at(folder);
    if (holding === undefined) throw noArchive(folder);
    const known = this.list().find(each => each.folder === folder);
    if (known !== undefined) return { accountId: known.id };
    const id = randomUUID();
    const opened = {
      id,
      folder,
      ...(holding.account !== undefined && { account: holding.account }),
    };
    this.#write([...this.list(), opened]);
    return { accountId: id };
  }

  /** Only the list forgets it. */
  remove({ accountId }: Input<'archives.remove'>): void {
    this.#write(this.list().filter(({ id }) => id !== accountId));
  }

  /** An account archives there now, and its card says more. */
  leaveTo(folder: string): void {
    if (this.list().some(each => each.folder === folder)) {
      this.#write(this.list().filter(each => each.folder !== folder));
    }
  }

  noteStock(id: string, stock: NonNullable<OpenedArchive['stock']>): void {
    if (this.find(id) === undefined) return;
    this.#write(this.list().map(each => (each.id === id ? { ...each, stock } : each)));
  }

  #write(changed: readonly OpenedArchive[]): void {
    this.#file.write(changed);
    this.#events.emit('archives.changed', [...changed]);
  }
}
