import { join } from 'node:path';
import { defaults } from '../../../shared/defaults.ts';
import type { MailProtocol } from '../../../shared/model/account.ts';
import { MailstowError } from '../errors.ts';
import { writeAtomically } from './disk/atomic-file.ts';
import { diskFailure } from './disk/disk-failure.ts';
import { checkFolder } from './disk/guarded-files.ts';
import { readText } from './disk/read-text.ts';

/** Whose mail an archive holds: user and server, not the port. */
export interface AccountIdentity {
  readonly user: string;
  readonly host: string;
}

/** A name that the account had before. */
interface FormerIdentity extends AccountIdentity {
  /** When a run first went on under the next name, as ISO 8601 in UTC. */
  readonly until: string;
}

/** The account's name now, and those that it had, each once, the latest last. */
export interface RecordedIdentity extends AccountIdentity {
  /** By what its mail was archived, IMAP where absent; numbers of one protocol mean nothing in another. */
  readonly protocol?: MailProtocol;
  readonly former: readonly FormerIdentity[];
}

/** The name that the account had in an archive, where its mail was recognised as the same. */
export interface ReplacedIdentity extends AccountIdentity {
  /** UIDs and UIDVALIDITY mean what they meant: it is the same server. */
  readonly keepsNumbers: boolean;
}

export interface Claim {
  readonly account: AccountIdentity;
  /** Absent: IMAP. */
  readonly protocol?: MailProtocol;
  /** Go on although the folder holds another account's mail; whose it is stays recorded. */
  readonly overrideAccount?: boolean;
  /** Becomes a former name, where it is the recorded one. */
  readonly replaces?: ReplacedIdentity | undefined;
}

/**
 * The account to record for a run in the folder; undefined where what is recorded stays.
 * @throws MailstowError `other-account` where another one is recorded that is not known to be the same,
 *   `archive-of-other-protocol` where its mail came by another protocol
 */
export function identityFor(
  path: string,
  folder: string,
  { account, protocol = 'imap', overrideAccount = false, replaces }: Claim,
): RecordedIdentity | undefined {
  const { user, host } = account;
  const recorded = readIdentity(path);
  const by = protocol === 'imap' ? {} : { protocol };
  if (recorded === undefined) return { user, host, ...by, former: [] };
  const { protocol: heldBy = 'imap' } = recorded;
  if (heldBy !== protocol) throw otherProtocol(folder, heldBy, protocol);
  if (isSameAccount(recorded, account) || overrideAccount) return undefined;
  if (replaces === undefined || !isSameAccount(recorded, replaces)) {
    const { user: held, host: heldHost } = recorded;
    throw new MailstowError('other-account', { args: { folder, held, heldHost, user, host } });
  }
  return { user, host, ...by, former: formerOf(recorded, account, new Date()) };
}

export function recordIdentity(
  path: string,
  { user, host, protocol, former }: RecordedIdentity,
): void {
  const named = {
    user,
    host,
    ...(protocol !== undefined && { protocol }),
    ...(former.length > 0 && { former }),
  };
  writeAtomically(path, `${JSON.stringify(named)}\n`);
}

/**
 * Before anything is asked of the server.
 * @param folder absolute
 * @throws MailstowError `archive-of-other-protocol` where the folder's mail came by another protocol
 */
export function requireProtocol(folder: string, protocol: MailProtocol): void {
  const recorded = identityIn(folder);
  const { protocol: held = 'imap' } = recorded ?? { protocol };
  if (held !== protocol) throw otherProtocol(folder, held, protocol);
}

export function otherProtocol(
  folder: string,
  held: MailProtocol,
  wanted: MailProtocol,
): MailstowError {
  return new MailstowError('archive-of-other-protocol', {
    args: { folder, held: held.toUpperCase(), wanted: wanted.toUpperCase() },
  });
}

/**
 * Whose mail an archive's folder holds.
 * @param folder absolute
 * @returns undefined where that is not recorded
 * @throws MailstowError `output-folder` where it cannot be looked into or a link leads out of it
 */
export function identityIn(folder: string): RecordedIdentity | undefined {
  const own = join(folder, defaults.ownFolder);
  checkFolder(folder, own);
  try {
    return readIdentity(join(own, 'account.json'));
  } catch (error) {
    throw diskFailure(error, 'looking-into-folder', folder);
  }
}

/** Unreadable content counts as none: it is rewritten. */
function readIdentity(path: string): RecordedIdentity | undefined {
  try {
    const value: unknown = JSON.parse(readText(path) ?? '');
    if (!isIdentity(value)) return undefined;
    const former: unknown = 'former' in value ? value.former : [];
    const known = Array.isArray(former) ? former.filter(isFormer) : [];
    return {
      user: value.user,
      host: value.host,
      ...('protocol' in value && value.protocol === 'pop3' && { protocol: 'pop3' }),
      former: known.map(({ user, host, until }) => ({ user, host, until })),
    };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export function isSameAccount(a: AccountIdentity, b: AccountIdentity): boolean {
  return a.user === b.user && a.host.toLowerCase() === b.host.toLowerCase();
}

/** A name that the account comes back to is none of the former ones, so that two names in turn make no long list. */
function formerOf(
  { user, host, former }: RecordedIdentity,
  account: AccountIdentity,
  now: Date,
): FormerIdentity[] {
  const ended: FormerIdentity = { user, host, until: now.toISOString() };
  const isOther = (each: FormerIdentity) =>
    !isSameAccount(each, ended) && !isSameAccount(each, account);
  return [...former.filter(isOther), ended];
}

function isIdentity(value: unknown): value is AccountIdentity {
  if (typeof value !== 'object' || value === null) return false;
  if (!('user' in value) || typeof value.user !== 'string') return false;
  return 'host' in value && typeof value.host === 'string';
}

function isFormer(value: unknown): value is FormerIdentity {
  return isIdentity(value) && 'until' in value && typeof value.until === 'string';
}
