import { createHash } from 'node:crypto';
import { accessSync, constants, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { defaults } from '../../../shared/defaults.ts';
import { isOfLaterVersion } from '../archive/layout/archive-format.ts';

/**
 * File systems of other computers, by what statfs calls them (Linux, `linux/magic.h`): databases need locks and shared
 * memory that these do not have.
 */
const remote: ReadonlySet<number> = new Set([
  0x6969, // NFS
  0x517b, // SMB
  0xff534d42, // CIFS
  0xfe534d42, // SMB 2 and later
  0x01021997, // 9P
  0x00c36400, // Ceph
  0x5346414f, // AFS
  0x73757245, // Coda
]);
/** Of macOS: numbers that are given at start, so its list of mounts would have to be read; the path of a share says it. */
const sharedPath = /^(\\\\[^\\?.]|\/Network\/)/;

/**
 * The folder in which what can be made again from an archive is kept: list and index.
 * @param folder the archive, absolute
 * @param spare for archives of disks that cannot be written or are another computer's; absolute
 * @returns undefined where there is no place: it is kept in memory, or not at all
 */
export function cachePlace(folder: string, spare: string | undefined): string | undefined {
  const own = join(folder, defaults.ownFolder);
  if (!isOfLaterVersion(folder) && isWritable(own) && !isRemote(folder)) return own;
  if (spare === undefined) return undefined;
  return join(spare, createHash('sha256').update(folder).digest('hex').slice(0, 32));
}

function isWritable(own: string): boolean {
  try {
    accessSync(own, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function isRemote(folder: string): boolean {
  if (sharedPath.test(folder)) return true;
  if (process.platform !== 'linux') return false;
  try {
    return remote.has(statfsSync(folder).type);
  } catch {
    return false;
  }
}
