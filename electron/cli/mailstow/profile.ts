import { resolve } from 'node:path';
import { isSameAccount } from '../../engine/archive/account-identity.ts';
import { ArchiveReader } from '../../engine/archive/archive-reader.ts';
import { MailstowError } from '../../engine/errors.ts';
import { deletionWords, requestOf } from './archive-options.ts';
import type { Action } from './command.ts';
import { credentialsOf } from './credentials-of.ts';
import type { archiveOptions } from './option-tables.ts';
import { profileNames, readProfile, removeProfile, saveProfile } from './profiles.ts';

export const save: Action<typeof archiveOptions> = async (
  { values, operands },
  { stdout, stderr, env },
): Promise<'SUCCESS'> => {
  const [name = ''] = operands;
  // What cannot be run is not worth saving.
  const { deleteAfter } = requestOf(values, Date.now());
  if (deleteAfter !== undefined) stderr.write(`Warning: ${deletionWords(deleteAfter)}\n`);
  credentialsOf(values);
  // There may be none, or one that is damaged: it is saved all the same.
  const before = await readProfile(name, env).catch(() => undefined);
  stdout.write(`Saved ${saveProfile(name, { ...before, options: values }, env)}\n`);
  return 'SUCCESS';
};

/** The archive was moved: runs of the profile go on in the folder where it is now. */
export const move: Action<unknown> = async ({ operands }, { stdout, env }): Promise<'SUCCESS'> => {
  const [name = '', given = ''] = operands;
  const { options } = await readProfile(name, env);
  const folder = resolve(given);
  const held = new ArchiveReader(folder).account;
  const { user = held?.user ?? '', server: host = '' } = options;
  if (held !== undefined && !isSameAccount(held, { user, host })) {
    throw new MailstowError('other-account', {
      args: { folder, held: held.user, heldHost: held.host, user, host },
    });
  }
  const saved = { options: { ...options, folder }, storedIn: folder };
  stdout.write(`Saved ${saveProfile(name, saved, env)}\n`);
  return 'SUCCESS';
};

export const list: Action<unknown> = async (_given, { stdout, env }): Promise<'SUCCESS'> => {
  for (const name of await profileNames(env)) stdout.write(`${name}\n`);
  return 'SUCCESS';
};

export const remove: Action<unknown> = async ({ operands }, { env }): Promise<'SUCCESS'> => {
  const [name = ''] = operands;
  await removeProfile(name, env);
  return 'SUCCESS';
};
