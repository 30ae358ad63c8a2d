import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { account, type Profile } from '../../../shared/contract.ts';
import { MailstowError } from '../../engine/errors.ts';
import { JsonFile } from '../json-file.ts';

const saved = account.omit({ hasPassword: true });

/** An account as it is kept: what the person chose and how the last run ended, no secret. */
export type SavedAccount = z.infer<typeof saved>;

/** The accounts that were set up, in the order in which that was done. */
export class Profiles {
  readonly #file: JsonFile<readonly SavedAccount[]>;

  /** @param userData folder of the person's data */
  constructor(userData: string) {
    this.#file = new JsonFile({
      folder: userData,
      name: 'accounts.json',
      what: 'accounts',
      empty: [],
      parse: content => z.array(saved).parse(content),
      migrations: [],
    });
  }

  /** @throws MailstowError as {@link JsonFile.read} does */
  list(): readonly SavedAccount[] {
    return this.#file.read().map(each => (each.lastComplete ? each : withLastComplete(each)));
  }

  /** @throws MailstowError where there is no such account */
  get(id: string): SavedAccount {
    const found = this.list().find(each => each.id === id);
    if (found === undefined) throw noAccount();
    return found;
  }

  /** @param id of an account that is there already; a new one gets its own */
  save(id: string | undefined, profile: Profile): SavedAccount {
    if (id === undefined) {
      const added = { id: randomUUID(), profile };
      this.#file.write([...this.list(), added]);
      return added;
    }
    const before = this.get(id);
    return this.#replace({ ...before, ...remembered(storedIn(before)), profile });
  }

  /** The provider with whom the person signed in to it; undefined where a password was typed. */
  noteSignedInBy(id: string, signedInBy: SavedAccount['signedInBy']): void {
    const { signedInBy: before, ...account } = this.get(id);
    if (before === undefined && signedInBy === undefined) return;
    this.#replace({ ...account, ...(signedInBy !== undefined && { signedInBy }) });
  }

  /** A run stored mail in the folder, or it was found to hold the account's archive. */
  noteStored(id: string, folder: string): SavedAccount {
    const account = this.get(id);
    const { profile } = account;
    if (account.storedIn === folder) return account;
    return this.#replace({ ...account, profile, storedIn: folder });
  }

  /** The archive that runs and checks were about is not the account's any more. */
  forgetArchive(id: string): SavedAccount {
    const { profile, signedInBy } = this.get(id);
    return this.#replace({ id, profile, ...(signedInBy !== undefined && { signedInBy }) });
  }

  noteRun(id: string, lastRun: NonNullable<SavedAccount['lastRun']>): void {
    const account = this.get(id);
    // A run that brought nothing leaves the archive as it was counted before.
    const counted = lastRun.verdict?.stored === 0 ? account.lastRun?.stock : undefined;
    const stock = lastRun.stock ?? counted;
    const noted = stock === undefined ? lastRun : { ...lastRun, stock };
    const known = withLastComplete(account);
    const { lastCheck } = known;
    const since =
      noted.complete && lastCheck !== undefined
        ? { lastCheck: { ...lastCheck, archivedSince: true as const } }
        : {};
    this.#replace(withLastComplete({ ...known, ...since, lastRun: noted }));
  }

  noteCheck(id: string, lastCheck: NonNullable<SavedAccount['lastCheck']>): void {
    this.#replace({ ...this.get(id), lastCheck });
  }

  /** @returns its place among the others, for {@link restore} */
  remove(id: string): number {
    const at = this.list().indexOf(this.get(id));
    this.#file.write(this.list().toSpliced(at, 1));
    return at;
  }

  restore(account: SavedAccount, at: number): void {
    this.#file.write(this.list().toSpliced(at, 0, account));
  }

  #replace(changed: SavedAccount): SavedAccount {
    this.#file.write(this.list().map(each => (each.id === changed.id ? changed : each)));
    return changed;
  }
}

/** The last run is the last complete one too, where it is: earlier versions kept that one alone. */
function withLastComplete(account: SavedAccount): SavedAccount {
  const { lastRun } = account;
  if (lastRun?.complete !== true) return account;
  const { finishedAt, messages } = lastRun;
  return { ...account, lastComplete: { finishedAt, messages } };
}

/**
 * Where runs of an account stored mail, so that it is missed where it is gone: its folder or none. Earlier versions
 * remembered only what the last run came to.
 */
export function storedIn({ profile, storedIn, lastRun }: SavedAccount): string | undefined {
  if (storedIn !== undefined) return storedIn === profile.folder ? storedIn : undefined;
  const hasStored =
    lastRun !== undefined && (lastRun.messages > 0 || (lastRun.stock?.bytes ?? 0) > 0);
  return hasStored ? profile.folder : undefined;
}

function remembered(folder: string | undefined): Pick<SavedAccount, 'storedIn'> {
  return folder === undefined ? {} : { storedIn: folder };
}

function noAccount(): MailstowError {
  return new MailstowError('account-gone');
}
