import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { MailstowError } from '../engine/errors.ts';

/** Bytes; what holds a secret is a few short lines, and what is larger is some other file. */
const largestFile = 64 * 1024;

/**
 * Reads a file of UTF-8 that a person named, for a secret in it.
 * @param unusable the failure of a file that cannot be read, made of what is wrong with it
 */
export async function readSmallFile(
  path: string,
  unusable: (problem: string) => MailstowError,
): Promise<{ text: string; isOpenToOthers: boolean }> {
  try {
    // Without O_NONBLOCK the open of a FIFO would wait for a writer for ever.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const status = await file.stat();
      if (!status.isFile()) throw unusable(`${path} is not a file`);
      if (status.size > largestFile) throw unusable(`${path} is too large for a credentials file`);
      const isOpenToOthers = process.platform !== 'win32' && (status.mode & 0o077) !== 0;
      const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.readFile());
      return { text, isOpenToOthers };
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof MailstowError) throw error;
    const reason = error instanceof TypeError ? 'it is not UTF-8 text' : describe(error);
    throw unusable(`${path} can’t be read: ${reason}`);
  }
}

function describe(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  return String(code ?? 'unknown error');
}
