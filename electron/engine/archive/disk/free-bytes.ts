import { statfsSync } from 'node:fs';

/** Bytes that may still be written to the disk of a folder; infinite where the system does not tell. */
export function freeBytes(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
