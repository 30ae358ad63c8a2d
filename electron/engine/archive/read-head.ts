import { closeSync, openSync, readSync } from 'node:fs';

/** The first octets of a file, fewer where it is shorter. */
export function readHead(path: string, octets: number): Buffer {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(octets);
    return head.subarray(0, readSync(file, head, 0, octets, 0));
  } finally {
    closeSync(file);
  }
}
