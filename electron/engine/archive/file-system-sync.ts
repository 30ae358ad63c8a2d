import { spawn } from 'node:child_process';
import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Up to this many files a sync for each costs less than starting a program and flushing the whole disk. */
const fewFiles = 4;

/**
 * Makes written files durable in groups. Linux has a sync of one file system (`sync -f` of
 * coreutils), which costs a group about as much as one file; where it is missing or fails, each
 * file is synced by itself.
 */
export class FileSystemSync {
  #groupwise = process.platform === 'linux';
  readonly #folder: string;

  /** @param folder any folder on the file system of the files */
  constructor(folder: string) {
    this.#folder = folder;
  }

  async sync(files: readonly string[]): Promise<void> {
    if (this.#groupwise && files.length > fewFiles) {
      if (await runSync(this.#folder)) return;
      this.#groupwise = false;
    }
    for (const path of files) syncFile(path);
  }
}

function runSync(folder: string): Promise<boolean> {
  return new Promise(resolve => {
    const child = spawn('sync', ['-f', '--', folder], { stdio: 'ignore' });
    child.once('error', () => resolve(false));
    child.once('exit', code => resolve(code === 0));
  });
}

function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
