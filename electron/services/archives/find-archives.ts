import { readdirSync } from 'node:fs';
import { basename, dirname, join, parse, relative, sep } from 'node:path';
import { identityIn, isSameAccount } from '../../engine/archive/account-identity.ts';
import { holdingOf } from './look.ts';
import { type Found, isSameProtocol, type Sought } from './look-calls.ts';

/** Folders that are looked into: what a person moved is mostly near, and a disk is not searched through. */
const mostFolders = 1_000;
/** Shown to choose from. */
const mostFound = 3;

/**
 * Where an archive may have gone: beside where it was, under its old name in another folder, or on a disk that is
 * connected now.
 * @param disks the folders in which the system shows disks
 */
export async function findArchives(
  { account, folder }: Sought,
  disks = diskFolders(),
): Promise<Found[]> {
  const found: Found[] = [];
  const seen = new Set([folder]);
  for (const each of places(folder, disks)) {
    if (seen.has(each)) continue;
    if (seen.size > mostFolders || found.length === mostFound) break;
    seen.add(each);
    const holding = isOf(account, each) ? await holdingOf(each) : undefined;
    if (holding !== undefined) found.push({ folder: each, ...holding });
  }
  return found;
}

function* places(folder: string, disks: readonly string[]): Iterable<string> {
  const name = basename(folder);
  const above = dirname(folder);
  yield* foldersIn(above);
  for (const neighbour of foldersIn(dirname(above))) yield join(neighbour, name);
  const { root } = parse(folder);
  const levels = relative(root, folder).split(sep);
  for (const disk of disks.flatMap(foldersIn)) {
    yield disk;
    // The disk may have had another mount point.
    for (let from = 0; from < levels.length; from += 1) yield join(disk, ...levels.slice(from));
    yield* foldersIn(disk);
    yield* foldersIn(join(disk, 'Mailstow'));
  }
}

function isOf(account: Sought['account'], folder: string): boolean {
  try {
    const held = identityIn(folder);
    return held !== undefined && isSameAccount(held, account) && isSameProtocol(held, account);
  } catch {
    // Not for everybody to read, or prepared by somebody else.
    return false;
  }
}

function foldersIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter(each => each.isDirectory()).map(({ name }) => join(folder, name));
  } catch {
    return [];
  }
}

function diskFolders(): string[] {
  if (process.platform === 'darwin') return ['/Volumes'];
  if (process.platform === 'win32') {
    return [...'DEFGHIJKLMNOPQRSTUVWXYZ'].map(letter => `${letter}:\\`);
  }
  // A desktop shows them in a folder of its user.
  return ['/mnt', '/media', ...foldersIn('/media'), ...foldersIn('/run/media')];
}
