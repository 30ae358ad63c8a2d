import { type ChildProcess, spawn } from 'node:child_process';
import { syncFileBeside } from '../disk/atomic-file.ts';

/** Up to this many files a sync for each costs less than flushing the whole disk. */
const fewFiles = 4;

/** One answer to each line: a program that is started by a small one starts ten times as fast. */
const script = 'while read -r _; do sync -f -- "$0" || exit 1; echo; done';

/**
 * Makes written files durable in groups. Linux has a sync of one file system (`sync -f` of
 * coreutils), which costs a group about as much as one file; where it is missing or fails, each
 * file is synced by itself.
 */
export class FileSystemSync {
  #groupwise = process.platform === 'linux';
  readonly #folder: string;
  #shell: ChildProcess | undefined;
  /** Syncs that are asked for and not answered, oldest first. */
  #asked: ((isDone: boolean) => void)[] = [];

  /** @param folder any folder on the file system of the files */
  constructor(folder: string) {
    this.#folder = folder;
  }

  async sync(files: readonly string[]): Promise<void> {
    if (this.#groupwise && files.length > fewFiles) {
      if (await this.#syncAll()) return;
      this.#groupwise = false;
    }
    for (const path of files) await syncFileBeside(path);
  }

  #syncAll(): Promise<boolean> {
    return new Promise(resolve => {
      this.#asked.push(resolve);
      this.#shell ??= this.#start();
      this.#shell.stdin?.write('\n');
    });
  }

  /** It ends when this process or thread does, because its input ends then. */
  #start(): ChildProcess {
    const shell = spawn('sh', ['-c', script, this.#folder], { stdio: ['pipe', 'pipe', 'ignore'] });
    shell.stdout?.on('data', (answers: Buffer) => {
      for (let count = 0; count < answers.length; count++) this.#asked.shift()?.(true);
    });
    const isGone = () => {
      for (const resolve of this.#asked.splice(0)) resolve(false);
    };
    shell.on('error', isGone).on('exit', isGone);
    shell.stdin?.on('error', isGone);
    return shell;
  }
}
