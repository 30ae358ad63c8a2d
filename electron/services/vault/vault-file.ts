import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';
import { writeAtomically } from '../../engine/archive/disk/atomic-file.ts';
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
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeAtomically(path, `${JSON.stringify({ version, content }, undefined, 2)}\n`);
  } catch (error) {
    throw diskFailure(error, 'writing-file', path);
  }
}
