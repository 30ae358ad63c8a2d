import { resolve } from 'node:path';
import { warningOf } from '../../../../shared/i18n/warning-of.ts';
import type { RunRequest } from '../../../../shared/model/run.ts';
import type { Warning } from '../../../../shared/model/warning.ts';
import {
  identityIn,
  isSameAccount,
  type RecordedIdentity,
  type ReplacedIdentity,
} from '../../archive/account-identity.ts';
import { ArchiveReader } from '../../archive/archive-reader.ts';
import { diskFailure } from '../../archive/disk/disk-failure.ts';
import { readFormat } from '../../archive/layout/archive-format.ts';
import { MailstowError } from '../../errors.ts';
import type { KnownNames } from '../choose/name-mailboxes.ts';
import type { LineSession, ReconnectingLine } from '../connection/reconnecting-session.ts';
import { type SampledMessage, sampleAccount } from './account-sample.ts';
import { type Comparison, judgeSample } from './same-mail.ts';

/** Looks for stored messages in an account. @param known what the archive knows of names */
export type FindSample<Opened> = (
  session: Opened,
  sample: readonly SampledMessage[],
  known: KnownNames,
) => Promise<Comparison>;

/**
 * Before anything is written: whether the folder's mail, where it is recorded under another user or server, is that of
 * the account all the same. A run goes on by itself where the mail is as it was under the same user name, or where
 * the account had this name before; else somebody has to say that it moved.
 * @returns the recorded name, which is a former one from now on; undefined where there is nothing to replace
 * @throws MailstowError `account-not-recognised` where the mail is not the same, `account-may-have-moved` where it is and
 *   nobody said so
 */
export async function recognisedAs<Opened extends LineSession>(
  line: ReconnectingLine<Opened>,
  request: RunRequest,
  find: FindSample<Opened>,
  warn: (warning: Warning) => void,
): Promise<ReplacedIdentity | undefined> {
  if (request.overrideAccount) return undefined;
  const folder = resolve(request.folder);
  const account = { user: request.credentials.user, host: request.server.host };
  const { recorded, archive } = look(folder);
  if (recorded === undefined || isSameAccount(recorded, account)) return undefined;
  const { user: held, host: heldHost } = recorded;
  const replaced = { user: held, host: heldHost, keepsNumbers: false };
  if (archive === undefined) return replaced;
  // The opening refuses it.
  if (archive.isOfLaterVersion) return undefined;
  const sample = sampleAccount(archive);
  if (!sample.holdsMail) return replaced;

  const compared = await line.run(session => find(session, sample.messages, archive.names));
  const verdict = judgeSample(compared);
  const args = { folder, held, heldHost, ...account };
  if (verdict === 'other') throw new MailstowError('account-not-recognised', { args });
  const isAsItWas = verdict === 'as-it-was' && recorded.user === account.user;
  const hadThatName = recorded.former.some(each => isSameAccount(each, account));
  if (!isAsItWas && !hadThatName && request.moved !== true) {
    throw new MailstowError('account-may-have-moved', { args });
  }
  const { sampled, found } = compared;
  const names = { held, heldHost, ...account };
  warn(warningOf('account-renamed', { args: { ...names, found, sampled } }));
  return { ...replaced, keepsNumbers: verdict === 'as-it-was' };
}

/** The archive is missing where its first run ended before a message came. */
function look(folder: string): {
  recorded?: RecordedIdentity | undefined;
  archive?: ArchiveReader;
} {
  try {
    const recorded = identityIn(folder);
    if (recorded === undefined || readFormat(folder) === undefined) return { recorded };
    return { recorded, archive: new ArchiveReader(folder) };
  } catch (error) {
    throw diskFailure(error, 'using-folder', folder);
  }
}
