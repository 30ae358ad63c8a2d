import { chmodSync, mkdirSync } from 'node:fs';

/** Makes a folder, where it is missing, that nobody else can look into. */
export function makePrivate(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o700);
  } catch {
    // Sticks and network drives may have no modes.
  }
}
