import { accessSync, constants, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** Room for an archive of the tests and a copy of it, bytes. */
const enough = 80_000_000;

/**
 * A folder on a file system in memory, where there is one. A process that is killed loses nothing that
 * it gave to the system, so killing it a hundred times tests the same there and spares the disk as many
 * syncs; the order of the syncs themselves has its own test.
 */
export function memoryDisk(): string {
  const candidate = '/dev/shm';
  try {
    accessSync(candidate, constants.W_OK);
    const { bavail, bsize } = statfsSync(candidate);
    return bavail * bsize >= enough ? candidate : tmpdir();
  } catch {
    return tmpdir();
  }
}
