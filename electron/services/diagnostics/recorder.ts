import { join } from 'node:path';
import { recordTrace, tracePath } from '../../log/trace-file.ts';

/** What talks with mail servers in threads of its own. */
interface Recorded {
  record(file: string | undefined): Promise<void>;
}

/** Records conversations with mail servers while the person wants that: those of runs, and those of the set-up. */
export class Recorder {
  readonly #path: string;
  readonly #threads: readonly Recorded[];
  #end: (() => void) | undefined;

  constructor(userData: string, threads: readonly Recorded[]) {
    this.#path = join(userData, ...tracePath);
    this.#threads = threads;
  }

  /** @throws MailstowError where the file cannot be written */
  async record(isWanted: boolean): Promise<void> {
    if (isWanted) this.#end ??= recordTrace(this.#path);
    else this.close();
    const path = isWanted ? this.#path : undefined;
    await Promise.all(this.#threads.map(each => each.record(path)));
  }

  close(): void {
    this.#end?.();
    this.#end = undefined;
  }
}
