import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';

/** A folder for what the contestants write. */
export interface Disk {
  readonly folder: string;
  /** Whether it is a file system of its own, in which nothing was ever deleted. */
  readonly fresh: boolean;
  remove(): void;
}

const piece = Buffer.alloc(1 << 22);

/**
 * An ext4 of its own where mounting is allowed, else an ordinary folder: ext4 takes up to ten times as
 * long to create a file where others were deleted within the last minute.
 * @param path free; the folder will be there
 * @param gigabytes room in it
 * @param signal ends the making of it early
 */
export async function freshDisk(
  path: string,
  gigabytes: number,
  signal: AbortSignal,
): Promise<Disk> {
  mkdirSync(path);
  const image = `${path}.image`;
  try {
    await writeWhole(image, gigabytes * 1e9, signal);
    // Blocks that were given back would have to be allocated again; an inode for every block.
    run('mkfs.ext4', '-q', '-F', '-E', 'nodiscard', '-i', '4096', image);
    // Nothing may be initialised in the background while something is timed.
    run('mount', '-o', 'loop,noinit_itable', image, path);
  } catch {
    rmSync(image, { force: true });
    signal.throwIfAborted();
    return { folder: path, fresh: false, remove: () => rmSync(path, { recursive: true }) };
  }
  return {
    folder: path,
    fresh: true,
    remove() {
      // At once, even while a program that was ended still holds a file.
      run('umount', '--lazy', path);
      rmSync(image);
      rmSync(path, { recursive: true });
    },
  };
}

/** With all its blocks: a sync into a sparse file takes nearly three times as long as one to the disk. */
async function writeWhole(image: string, size: number, signal: AbortSignal): Promise<void> {
  const file = await open(image, 'wx', 0o600);
  try {
    for (let written = 0; written < size; written += piece.length) {
      signal.throwIfAborted();
      await file.write(piece);
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

function run(program: string, ...args: readonly string[]): void {
  const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` };
  execFileSync(program, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
}
