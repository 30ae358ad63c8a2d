import { MailstowError } from '../../engine/errors.ts';
import { readSecret } from '../../services/sign-in/grant.ts';
import { Issuers } from '../../services/sign-in/issuers.ts';
import { aloneWithGrant } from '../../services/sign-in/renewal-lock.ts';
import { revoke } from '../../services/sign-in/revoke.ts';
import type { CommandVault } from './command-vault.ts';
import { commandFolder } from './open-vault.ts';

/**
 * Deletes what is saved for an account, and tells the provider where it is a grant.
 * @returns whether the provider knows; `not-asked` for a password
 * @throws MailstowError where the vault does not open: then nothing was deleted
 */
export function endSaved(
  accountId: string,
  vault: CommandVault,
  env: Readonly<Record<string, string | undefined>>,
): Promise<'told' | 'not-told' | 'not-asked'> {
  // A run that renews the grant at this moment would save it again.
  return aloneWithGrant({ folder: commandFolder(env), key: accountId }, async () => {
    const text = await vault.read(accountId).catch(ifLost);
    await vault.remove(accountId);
    const secret = readSecret(text ?? '');
    if (typeof secret === 'string') return text === undefined ? 'not-told' : 'not-asked';
    return secret !== undefined && (await revoke(secret, new Issuers())) ? 'told' : 'not-told';
  });
}

/** What nobody can open any more can only be deleted. */
function ifLost(error: unknown): undefined {
  if (error instanceof MailstowError && error.kind === 'sign-in-needed') return undefined;
  throw error;
}
