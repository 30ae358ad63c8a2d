import { resolve } from 'node:path';
import type { RunEvent } from '../../../shared/model/run.ts';
import { holdsArchive } from '../../engine/archive/presence.ts';
import { MailstowError } from '../../engine/errors.ts';
import { tellsOfMail } from '../../engine/run/tells-of-mail.ts';
import { type SavedProfile, saveProfile } from './profiles.ts';

interface Profile extends SavedProfile {
  readonly name: string;
}

/**
 * Whether an earlier run of the profile stored mail in the folder, so that nothing is begun in its place.
 * @throws MailstowError where it did, and nothing of it is there
 */
export function mustExist({ name, storedIn }: Profile, folder: string): boolean {
  if (storedIn !== resolve(folder)) return false;
  if (!holdsArchive(folder)) {
    throw new MailstowError('archive-of-profile-missing', { args: { folder, name } });
  }
  return true;
}

/**
 * Writes into the profile, at the first event that tells of stored mail, that there is some.
 * @returns to be told of every event; gives why the profile could not be written
 */
export function remembering(
  { name, options, storedIn }: Profile,
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
): (event: RunEvent) => MailstowError | undefined {
  const present = resolve(folder);
  // A run into another folder than the profile's own is not the profile's.
  let isDone = storedIn === present || resolve(options.folder ?? '') !== present;
  return event => {
    if (isDone || !tellsOfMail(event)) return undefined;
    isDone = true;
    try {
      saveProfile(name, { options, storedIn: present }, env);
      return undefined;
    } catch (error) {
      if (error instanceof MailstowError) return error;
      throw error;
    }
  };
}
