import { fileURLToPath } from 'node:url';
import { app, type UtilityProcess, utilityProcess } from 'electron';
import { processMemory } from '../engine/search/attachments/process-memory.ts';
import type {
  ChildEnd,
  ReaderChild,
  ReaderDoor,
} from '../engine/search/attachments/reader-door.ts';
import type { FromReader, ToReader } from '../engine/search/attachments/reader-messages.ts';
import { readerModule } from '../engine/search/attachments/reader-module.ts';
import { engineOptions } from '../engine/search/attachments/reader-options.ts';

/** A process of Electron's: the app's own program does not run as Node. On the main thread, once the app is ready. */
export function utilityDoor(): ReaderDoor {
  const module = fileURLToPath(readerModule());
  // All it may read is its own program, packed or not. Electron 33 passes these on without heeding them.
  const walls = [
    '--permission',
    `--allow-fs-read=${app.getAppPath()}`,
    `--allow-fs-read=${module}`,
  ];
  return {
    ways: [
      () => new UtilityChild(module, [...walls, ...engineOptions]),
      () => new UtilityChild(module, engineOptions),
    ],
  };
}

class UtilityChild implements ReaderChild {
  readonly #process: UtilityProcess;

  constructor(module: string, execArgv: readonly string[]) {
    this.#process = utilityProcess.fork(module, [], {
      // An empty one would be the app's own.
      env: { LANG: 'C' },
      execArgv: [...execArgv],
      // What it would print is of no use, and may be a stranger's words.
      stdio: 'ignore',
      serviceName: 'Mailstow attachments',
    });
  }

  tell(message: ToReader): void {
    this.#process.postMessage(message);
  }

  onMessage(listener: (message: FromReader) => void): void {
    this.#process.on('message', listener);
  }

  onEnd(listener: (end: ChildEnd) => void): void {
    this.#process.once('exit', code => listener({ code, signal: null }));
  }

  async memory(): Promise<number | undefined> {
    const { pid } = this.#process;
    if (pid === undefined) return undefined;
    if (process.platform === 'linux') return processMemory(pid);
    const metric = app.getAppMetrics().find(each => each.pid === pid);
    return metric === undefined ? undefined : metric.memory.workingSetSize * 1024;
  }

  kill(): void {
    const { pid } = this.#process;
    // Its own `kill` asks it to end (SIGTERM), which nothing that hangs does.
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
  }

  /** The app lives for its window, and ends its processes with itself. */
  hold(): void {}
}
