import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FolderLock } from '../../engine/archive/disk/folder-lock.ts';
import { tellDefect } from '../../engine/defects.ts';
import { MailstowError } from '../../engine/errors.ts';

/** Milliseconds between two looks, and in all: a provider may take half a minute for an answer. */
const look = 100;
const longest = 90_000;

/** Which of the person's grants: any text, of which the name of a folder is made. */
interface Which {
  /** Of the person's data. */
  readonly folder: string;
  readonly key: string;
}

/**
 * Work that one process at a time does for one grant: two renewals at once end it for both.
 * @throws MailstowError `sign-in-being-renewed` where another one does not come to its end
 */
export async function aloneWithGrant<Result>(
  which: Which,
  work: () => Promise<Result>,
): Promise<Result> {
  const lock = await acquire(which);
  try {
    return await work();
  } finally {
    lock?.release();
  }
}

/** @returns undefined where the disk takes no lock: what cannot be written there is shared with nobody */
async function acquire({ folder, key }: Which): Promise<FolderLock | undefined> {
  const name = createHash('sha256').update(key).digest('hex').slice(0, 16);
  const own = join(folder, 'sign-in-locks', name);
  for (let waited = 0; ; waited += look) {
    try {
      mkdirSync(own, { recursive: true, mode: 0o700 });
      return await FolderLock.acquire(own, folder);
    } catch (error) {
      const isHeld = error instanceof MailstowError && error.kind === 'folder-in-use';
      if (!isHeld) {
        tellDefect(error);
        return undefined;
      }
      if (waited >= longest) throw new MailstowError('sign-in-being-renewed', { cause: error });
    }
    await sleep(look);
  }
}
