import { closeSync, readSync } from 'node:fs';
import { openForReading } from './guarded-files.ts';

/** The first octets of a file, fewer where it is shorter. */
export function readHead(path: string, octets: number): Buffer {
  const file = openForReading(path);
  try {
    const head = Buffer.alloc(octets);
    return head.subarray(0, readSync(file, head, 0, octets, 0));
  } finally {
    closeSync(file);
  }
}
