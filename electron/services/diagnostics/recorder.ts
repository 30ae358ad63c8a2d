import { join } from 'node:path';
import { recordTrace, tracePath } from '../../log/trace-file.ts';
import type { Runs } from '../runs/runs.ts';

/** Records conversations with mail servers while the person wants that: those of runs, and those of the set-up. */
export class Recorder {
  readonly #path: string;
  readonly #runs: Runs;
  #end: (() => void) | undefined;

  constructor(userData: string, runs: Runs) {
    this.#path = join(userData, ...tracePath);
    this.#runs = runs;
  }

  /** @throws MailstowError where the file cannot be written */
  async record(isWanted: boolean): Promise<void> {
    if (isWanted) this.#end ??= recordTrace(this.#path);
    else this.close();
    await this.#runs.record(isWanted ? this.#path : undefined);
  }

  close(): void {
    this.#end?.();
    this.#end = undefined;
  }
}
