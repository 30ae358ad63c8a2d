import { constants, fchmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { MailstowError } from '../engine/errors.ts';
import { openRegular } from '../engine/regular-file.ts';

/**
 * Opens a file for what is written behind what it holds; made where it is missing, with its folder, and its owner's alone.
 * No link in its place is followed.
 * @returns its descriptor
 * @throws MailstowError 'arguments' where it cannot be written
 */
export function openPrivate(file: string, what: 'log' | 'trace'): number {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const { O_WRONLY, O_APPEND, O_CREAT } = constants;
    const descriptor = openRegular(file, O_WRONLY | O_APPEND | O_CREAT);
    // One that was there before may be open to others.
    fchmodSync(descriptor, 0o600);
    return descriptor;
  } catch (cause) {
    const reason = (cause instanceof Error ? cause.message : String(cause)).replace(/\.$/, '');
    throw new MailstowError(`${what}-not-writable`, { args: { path: file, reason }, cause });
  }
}
