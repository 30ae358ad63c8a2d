import { MailstowError } from '../errors.ts';
import { writeAtomically } from './disk/atomic-file.ts';
import { readText } from './disk/read-text.ts';

/** Whose mail an archive holds: user and server, not the port. */
export interface AccountIdentity {
  readonly user: string;
  readonly host: string;
}

/**
 * Records the account on the first run and refuses another one later, unless overridden knowingly.
 * @throws MailstowError `other-account`
 */
export function claimFolder(
  path: string,
  folder: string,
  account: AccountIdentity,
  override: boolean,
): void {
  const recorded = readIdentity(path);
  if (recorded === undefined) {
    writeAtomically(path, `${JSON.stringify({ user: account.user, host: account.host })}\n`);
    return;
  }
  if (override || sameAccount(recorded, account)) return;
  throw new MailstowError('other-account', {
    args: {
      folder,
      held: recorded.user,
      heldHost: recorded.host,
      user: account.user,
      host: account.host,
    },
  });
}

/** Whose mail the folder holds; unreadable content counts as none: it is rewritten. */
export function readIdentity(path: string): AccountIdentity | undefined {
  try {
    const value: unknown = JSON.parse(readText(path) ?? '');
    if (typeof value !== 'object' || value === null) return undefined;
    if (!('user' in value) || typeof value.user !== 'string') return undefined;
    if (!('host' in value) || typeof value.host !== 'string') return undefined;
    return { user: value.user, host: value.host };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function sameAccount(a: AccountIdentity, b: AccountIdentity): boolean {
  return a.user === b.user && a.host.toLowerCase() === b.host.toLowerCase();
}
