import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';

/** A folder for what the contestants write. */
export interface Disk {
  readonly folder: string;
  /** Whether it is a file system of its own, in which nothing was ever deleted. */
  readonly fresh: boolean;
  remove(): void;
}

/** Every contestant's files of every round, with as many inodes as that takes; what is unused is free. */
const size = 32 * 2 ** 30;

/**
 * An ext4 of its own where mounting is allowed, else an ordinary folder: ext4 takes up to ten times as
 * long to create a file where others were deleted within the last minute.
 * @param path free; the folder will be there
 */
export function freshDisk(path: string): Disk {
  mkdirSync(path);
  const image = `${path}.image`;
  try {
    writeFileSync(image, '');
    truncateSync(image, size);
    run('mkfs.ext4', '-q', '-F', image);
    // Nothing may be initialised in the background while something is timed.
    run('mount', '-o', 'loop,noinit_itable', image, path);
  } catch {
    rmSync(image, { force: true });
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

function run(program: string, ...args: readonly string[]): void {
  const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` };
  execFileSync(program, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
}
