import { closeSync, readSync } from 'node:fs';
import { openForReading } from './guarded-files.ts';

/** Reads the first bytes of a file into the buffer. @returns those that there are */
export function readHead(path: string, into: Buffer): Buffer {
  const file = openForReading(path);
  try {
    return into.subarray(0, readSync(file, into, 0, into.length, 0));
  } finally {
    closeSync(file);
  }
}
