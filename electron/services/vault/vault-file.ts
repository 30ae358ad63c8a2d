import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';
import { syncFolder, writeAtomically } from '../../engine/archive/disk/atomic-file.ts';
import { createWhole } from '../../engine/archive/disk/create-whole.ts';
import { diskFailure } from '../../engine/archive/disk/disk-failure.ts';
import { readText } from '../../engine/archive/disk/read-text.ts';
import { MailstowError } from '../../engine/errors.ts';

/** Rises when what is in the files changes its meaning. */
const version = 1;

/**
 * A file of the vault, read afresh each time: another process may have renewed what is in it.
 * @returns undefined where there is none
 * @throws MailstowError 'vault-damaged', 'vault-of-later-version'
 */
export function readVaultFile<Content>(
  path: string,
  content: z.ZodType<Content>,
): Content | undefined {
  let text: string | undefined;
  try {
    text = readText(path);
  } catch (error) {
    throw diskFailure(error, 'reading', path);
  }
  if (text === undefined) return undefined;
  try {
    const file = z
      .object({ version: z.int().min(1), content: z.unknown() })
      .parse(JSON.parse(text));
    if (file.version > version) throw new MailstowError('vault-of-later-version');
    return content.parse(file.content);
  } catch (cause) {
    if (cause instanceof MailstowError) throw cause;
    throw new MailstowError('vault-damaged', { args: { path }, cause });
  }
}

/** Durable on return, its owner's alone, whole or as before. */
export function writeVaultFile(path: string, content: object): void {
  write(path, content, text => writeAtomically(path, text));
}

/** The same where there is none. @returns false where there is one, perhaps since a moment ago */
export function createVaultFile(path: string, content: object): boolean {
  return write(path, content, text => {
    const isNew = createWhole(path, text, true);
    syncFolder(dirname(path));
    return isNew;
  });
}

function write<Result>(path: string, content: object, by: (text: string) => Result): Result {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    return by(`${JSON.stringify({ version, content }, undefined, 2)}\n`);
  } catch (error) {
    throw diskFailure(error, 'writing-file', path);
  }
}
