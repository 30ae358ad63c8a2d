import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Vault } from '../../../electron/services/accounts/vault.ts';
import { temporaryFolder } from '../accounts/a-profile.ts';

/** A vault of one secret in a file that several processes share; what it holds lies about readable, for tests alone. */
export function vaultIn(file: string): Vault & { readonly file: string } {
  const read = () => {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return undefined;
    }
  };
  return {
    file,
    keeps: async () => true,
    has: async () => read() !== undefined,
    read: async () => read(),
    write: async (_id, secret) => writeFileSync(file, secret),
    remove: async () => writeFileSync(file, ''),
  };
}

export function aFileVault(): Vault & { readonly file: string } {
  return vaultIn(join(temporaryFolder(), 'secret'));
}
