import { execFileSync } from 'node:child_process';
import { chownSync, mkdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Why no disk of one file can be mounted here, or undefined. */
export function loopMissing(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    return 'needs Linux and the right to mount';
  }
  const probe = join(tmpdir(), `mailstow-loop-${process.pid}`);
  const disk = new LoopDisk(probe);
  try {
    disk.mount();
    return undefined;
  } catch {
    return 'disks of one file cannot be mounted here';
  } finally {
    disk.remove();
  }
}

/** A disk that comes and goes: a file with a file system in it, beside its mount point. */
export class LoopDisk {
  /** The mount point; an empty folder while the disk is away. */
  readonly folder: string;
  readonly #image: string;
  #isMounted = false;

  constructor(folder: string) {
    this.folder = folder;
    this.#image = `${folder}.img`;
    mkdirSync(folder);
  }

  /** @param options of mount(8) besides `loop` */
  mount(...options: string[]): void {
    if (statSync(this.#image, { throwIfNoEntry: false }) === undefined) {
      writeFileSync(this.#image, '');
      truncateSync(this.#image, 32 * 1024 * 1024);
      execFileSync('mkfs.ext4', ['-q', '-m', '0', this.#image]);
    }
    execFileSync('mount', ['-o', ['loop', ...options].join(','), this.#image, this.folder]);
    this.#isMounted = true;
    if (options.length > 0) return;
    // It belongs to the one whose folder it lies in.
    const { uid, gid } = statSync(join(this.folder, '..'));
    chownSync(this.folder, uid, gid);
  }

  /** Also while somebody holds a file of it open, as when it is pulled out. */
  unmount(): void {
    execFileSync('umount', ['--lazy', this.folder]);
    this.#isMounted = false;
  }

  remove(): void {
    if (this.#isMounted) this.unmount();
    rmSync(this.folder, { recursive: true, force: true });
    rmSync(this.#image, { force: true });
  }
}
