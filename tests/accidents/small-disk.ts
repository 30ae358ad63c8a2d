import { execFileSync } from 'node:child_process';
import { mkdirSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';

/** Why no small file system can be mounted here, or undefined. */
export function mountingMissing(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    return 'needs Linux and the right to mount';
  }
  const probe = join(tmpdir(), `mailstow-mount-${process.pid}`);
  try {
    mkdirSync(probe);
    execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', probe], { stdio: 'ignore' });
    execFileSync('umount', [probe]);
    return undefined;
  } catch {
    return 'mounting is not permitted here';
  } finally {
    rmdirSync(probe);
  }
}

const mounted: string[] = [];

/** To be called behind what removes the folders of a test: hooks run in the opposite order. */
export function unmountAfterEach(): void {
  afterEach(() => {
    for (const folder of mounted.splice(0)) execFileSync('umount', [folder]);
  });
}

/** A small file system of the test's own. */
export class SmallDisk {
  readonly folder: string;

  /** @param options of mount(8) for a tmpfs, for instance `size=2m` */
  constructor(folder: string, options: string) {
    this.folder = folder;
    mkdirSync(folder);
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
    mounted.push(folder);
  }

  remount(options: string): void {
    execFileSync('mount', ['-o', `remount,${options}`, this.folder]);
  }
}
