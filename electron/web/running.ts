import { rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { replaceUnsynced } from '../engine/archive/disk/atomic-file.ts';
import { presentHolder } from '../engine/archive/disk/folder-lock.ts';
import { readText } from '../engine/archive/disk/read-text.ts';

const pathOf = (userData: string) => join(userData, 'running');

/** Leaves the address for a second start. It is the way in, so the file is its owner's alone (0600). */
export function noteRunning(userData: string, address: string): void {
  replaceUnsynced(pathOf(userData), `${address}\n`);
}

export function forgetRunning(userData: string): void {
  rmSync(pathOf(userData), { force: true });
}

/** The address of the process on this computer that serves these data now. */
export function runningAddress(userData: string): string | undefined {
  // What a killed process left is nobody's address.
  if (presentHolder(userData)?.host !== hostname()) return undefined;
  return readText(pathOf(userData))?.trim() || undefined;
}
