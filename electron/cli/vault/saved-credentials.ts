import { failureOf } from '../../../shared/i18n/failure-of.ts';
import type { Server } from '../../../shared/model/account.ts';
import type { Failure } from '../../../shared/model/failure.ts';
import { MailstowError } from '../../engine/errors.ts';
import { Passwords } from '../../services/accounts/passwords.ts';
import type { Vault } from '../../services/accounts/vault.ts';
import { readSecret } from '../../services/sign-in/grant.ts';
import { Grants } from '../../services/sign-in/grants.ts';
import { Issuers } from '../../services/sign-in/issuers.ts';
import type { FoundCredentials } from '../found-credentials.ts';
import type { CommandVault } from './command-vault.ts';
import { accountIdOf } from './mail-access.ts';

export interface SavedAccess {
  readonly server: Server;
  readonly user: string;
  /** What a person types to sign in again. */
  readonly again: string;
}

/**
 * What was saved for an account: its password, or tokens of its sign-in with a provider, renewed as long as a run takes.
 * @param folder where commands keep what they know
 * @param hide told every token
 * @returns undefined where nothing was saved
 * @throws MailstowError 'saved-sign-in-ended', and where the vault does not open
 */
export async function savedCredentials(
  { server, user, again }: SavedAccess,
  vault: CommandVault,
  folder: string,
  hide: (token: string) => void,
): Promise<FoundCredentials | undefined> {
  const id = accountIdOf({ user, ...server });
  const state = vault.stateOf(id);
  if (state === undefined) return undefined;
  const ended = () => failureOf('saved-sign-in-ended', { args: { user, command: again } });
  if (state === 'over') throw new MailstowError(ended());
  const secret = readSecret((await vault.read(id)) ?? '');
  if (secret === undefined) {
    throw new MailstowError('saved-sign-in-unreadable', { args: { user, host: server.host } });
  }
  if (typeof secret === 'string') {
    const args = { user, command: `${again} --password` };
    return {
      credentials: { user, password: secret },
      explain: failure =>
        inPlace(failure, 'login-refused', failureOf('saved-password-refused', { args })),
    };
  }
  const grants = new Grants({
    secrets: new Passwords(rememberingEnd(vault)),
    folder,
    issuers: new Issuers(),
    provider: () => new URL(secret.issuer).host,
    hide: (_id, token) => hide(token),
  });
  return {
    credentials: { user, tokens: grants.tokens(id) },
    explain: failure => inPlace(failure, 'sign-in-needed', ended()),
  };
}

/** A grant that is over is remembered as such: the next run is not to ask for a password. */
function rememberingEnd(vault: CommandVault): Vault {
  return {
    keeps: () => vault.keeps(),
    has: id => vault.has(id),
    read: id => vault.read(id),
    write: (id, secret) => vault.write(id, secret),
    remove: async id => vault.end(id),
  };
}

/** Only what the failure is told as changes: not where it happened, nor the server's words. */
function inPlace(failure: Failure, kind: Failure['kind'], told: Failure): Failure {
  if (failure.kind !== kind) return failure;
  const { serverText, mailbox, uid } = failure;
  return {
    ...told,
    scope: failure.scope,
    ...(serverText !== undefined && { serverText }),
    ...(mailbox !== undefined && { mailbox }),
    ...(uid !== undefined && { uid }),
  };
}
