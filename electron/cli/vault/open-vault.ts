import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Surroundings } from '../mailstow/command.ts';
import { profileFolder } from '../mailstow/profiles.ts';
import type { CommandVault } from './command-vault.ts';
import { type VaultPasswordValues, vaultPasswordOf } from './vault-password.ts';

/** Loads the vault, which nothing opens yet. */
export type LoadVault = (surroundings: Surroundings) => Promise<CommandVault>;

type Environment = Surroundings['env'];

/** Where commands keep what they know. */
export function commandFolder(env: Environment): string {
  return dirname(profileFolder(env));
}

function vaultFolder(env: Environment): string {
  return join(commandFolder(env), 'sign-ins');
}

/** Whether anything was ever saved. */
export function hasVault(env: Environment): boolean {
  return existsSync(vaultFolder(env));
}

/** Checks the options; touches nothing yet. @throws MailstowError of kind `arguments` */
export function vaultOf(values: VaultPasswordValues): LoadVault {
  const passwordIn = vaultPasswordOf(values);
  return async surroundings => {
    // Its schemas cost every command memory that it may not need.
    const { CommandVault } = await import('./command-vault.ts');
    const { env } = surroundings;
    return new CommandVault(vaultFolder(env), () => passwordIn(env), surroundings);
  };
}
