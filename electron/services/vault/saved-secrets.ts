import { createHash } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { text } from '../../../shared/model/bounds.ts';
import { diskFailure, errorCode } from '../../engine/archive/disk/disk-failure.ts';
import { seal, sealedText, unseal } from './sealed-text.ts';
import { readVaultFile, writeVaultFile } from './vault-file.ts';

/** Without a secret: there was a sign-in, which is over. */
const saved = z.object({ accountId: text, sealed: sealedText.optional() });

/** Sealed secrets of accounts, a file each, so that several processes renew theirs without waiting for one another. */
export class SavedSecrets {
  readonly #folder: string;

  /** @param folder of the vault, absolute */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Whose secrets are here. @throws MailstowError as {@link readVaultFile} */
  list(): string[] {
    return this.#files()
      .flatMap(name => readVaultFile(join(this.#folder, name), saved)?.accountId ?? [])
      .sort();
  }

  /** @returns undefined where nothing was ever saved @throws MailstowError as {@link readVaultFile} */
  stateOf(accountId: string): 'saved' | 'over' | undefined {
    const found = this.#saved(accountId);
    return found && (found.sealed === undefined ? 'over' : 'saved');
  }

  /** @returns undefined where there is none, or none that this key opens @throws MailstowError as {@link readVaultFile} */
  read(accountId: string, key: Buffer): string | undefined {
    const sealed = this.#saved(accountId)?.sealed;
    return sealed && unseal(key, accountId, sealed);
  }

  write(accountId: string, key: Buffer, secret: string): void {
    writeVaultFile(this.#pathOf(accountId), { accountId, sealed: seal(key, accountId, secret) });
  }

  /** The secret goes; that there was one is remembered. */
  end(accountId: string): void {
    writeVaultFile(this.#pathOf(accountId), { accountId });
  }

  remove(accountId: string): void {
    rmSync(this.#pathOf(accountId), { force: true });
  }

  #saved(accountId: string) {
    return readVaultFile(this.#pathOf(accountId), saved);
  }

  #pathOf(accountId: string): string {
    const digest = createHash('sha256').update(accountId).digest('hex');
    return join(this.#folder, `account-${digest.slice(0, 32)}.json`);
  }

  #files(): string[] {
    try {
      return readdirSync(this.#folder).filter(name => /^account-[0-9a-f]{32}\.json$/.test(name));
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw diskFailure(error, 'reading', this.#folder);
    }
  }
}
