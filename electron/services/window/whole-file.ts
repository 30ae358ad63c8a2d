import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { realpath, rename, rm, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { diskFailure, errorCode } from '../../engine/archive/disk/disk-failure.ts';
import { MailstowError } from '../../engine/errors.ts';

/**
 * Writes a file where a person wants it, outside of any archive: whole under its name, or not there. What is written
 * first has a name that nobody can know, so that nobody's file is in its way.
 * @param path absolute or relative; a link is followed
 * @param open called once the place was looked at
 * @throws MailstowError where the disk refuses, or where something else than a file stands there
 */
export async function writeWhole(
  path: string,
  open: () => Readable | Promise<Readable>,
): Promise<void> {
  let temporary: string | undefined;
  try {
    const target = await targetOf(path);
    const content = await open();
    temporary = `${target}.${randomBytes(6).toString('hex')}.part`;
    await pipeline(
      content,
      createWriteStream(temporary, { flags: 'wx', mode: 0o600, flush: true }),
    );
    await rename(temporary, target);
  } catch (error) {
    // A name that was taken all the same is somebody else's.
    if (temporary !== undefined && errorCode(error) !== 'EEXIST') {
      await rm(temporary, { force: true });
    }
    throw diskFailure(error, 'writing-file', path);
  }
}

/** What a link leads to stays in its place: that file is replaced, not the link. */
async function targetOf(path: string): Promise<string> {
  try {
    const target = await realpath(path);
    if ((await stat(target)).isFile()) return target;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return path;
    throw error;
  }
  throw new MailstowError('not-a-file', { args: { path } });
}
