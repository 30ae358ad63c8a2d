import { randomBytes } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { diskFailure } from '../../engine/archive/disk/disk-failure.ts';
import { MessageNames } from '../../engine/export/message-names.ts';
import { type OutgoingMessage, openEach, type Watch } from '../../engine/export/outgoing.ts';

/**
 * Writes messages as `.eml` files into a new folder: whole under its name, or not there.
 * @param parent absolute; what is in it already stays as it is
 * @param name of the folder; numbered where there is one
 * @returns the folder
 * @throws MailstowError where the disk refuses; whatever the signal was aborted with
 */
export async function writeFolder(
  parent: string,
  name: string,
  messages: AsyncIterable<OutgoingMessage>,
  { watch, signal }: { readonly watch: Watch; readonly signal: AbortSignal },
): Promise<string> {
  // A name that nobody can know, so that nobody's folder is in its way.
  const temporary = join(parent, `${name}.${randomBytes(6).toString('hex')}.part`);
  try {
    await mkdir(temporary, { mode: 0o700 });
    const names = new MessageNames('.eml');
    for await (const { message, stream } of openEach(messages, watch)) {
      const path = join(temporary, names.next(message));
      await pipeline(stream, createWriteStream(path, { flags: 'wx', mode: 0o600 }), { signal });
    }
    return await nameFolder(temporary, join(parent, name));
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    signal.throwIfAborted();
    throw diskFailure(error, 'writing-file', parent);
  }
}

/** Somebody may take a name in the meantime: a folder is never renamed onto another that holds anything. */
async function nameFolder(temporary: string, wanted: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const path = number === 1 ? wanted : `${wanted} (${number})`;
    if (existsSync(path)) continue;
    await rename(temporary, path);
    return path;
  }
}
