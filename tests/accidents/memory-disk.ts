import { accessSync, constants, readFileSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** Room for an archive of the tests and a copy of it, bytes. */
const enough = 80_000_000;

const candidate = '/dev/shm';

/**
 * A folder on a file system in memory, where there is one. A process that is killed loses nothing that
 * it gave to the system, so killing it a hundred times tests the same there and spares the disk as many
 * syncs; the order of the syncs themselves has its own test.
 */
export function memoryDisk(room = enough): string {
  try {
    accessSync(candidate, constants.W_OK);
    const { bavail, bsize } = statfsSync(candidate);
    return bavail * bsize >= room && startsPrograms() ? candidate : tmpdir();
  } catch {
    return tmpdir();
  }
}

/** Containers mount it without that right, and some tests start programs of their own. */
function startsPrograms(): boolean {
  const mounts = readFileSync('/proc/mounts', 'utf8');
  const [, options = ''] = /^\S+ \/dev\/shm \S+ (\S+)/m.exec(mounts) ?? [];
  return !options.split(',').includes('noexec');
}
