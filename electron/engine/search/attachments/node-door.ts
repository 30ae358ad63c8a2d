import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { processMemory } from './process-memory.ts';
import type { ChildEnd, ReaderChild, ReaderDoor } from './reader-door.ts';
import type { FromReader, ToReader } from './reader-messages.ts';
import { readerModule } from './reader-module.ts';
import { engineOptions } from './reader-options.ts';

/**
 * A process of Node's: for the commands and browser mode, from any thread.
 * @param module the program
 */
export function nodeDoor(module = readerModule()): ReaderDoor {
  const program = [process.execPath, ...engineOptions, fileURLToPath(module)] as const;
  const walled = [
    process.execPath,
    '--permission',
    ...readable(),
    `--allow-fs-read=${fileURLToPath(module)}`,
    ...program.slice(1),
  ];
  const ways = [() => new NodeChild(walled), () => new NodeChild(program)];
  // A network of its own, in which there is nothing (unshare(1)); not every system lets everybody have one.
  const alone = ['unshare', '--map-root-user', '--net', '--', ...walled];
  if (process.platform === 'linux') ways.unshift(() => new NodeChild(alone));
  return { ways };
}

/** Its own program is all that it may read: of the sources that is in several folders. */
function readable(): readonly string[] {
  const module = readerModule();
  const parts = module.pathname.endsWith('.ts')
    ? [
        '../../../../electron',
        '../../../../shared',
        '../../../../node_modules',
        '../../../../package.json',
      ]
    : ['.', '../package.json', '../../package.json'];
  const paths = parts.map(part => fileURLToPath(new URL(part, module))).filter(existsSync);
  return [...new Set(paths.flatMap(path => [path, realpathSync(path)]))].map(
    path => `--allow-fs-read=${path}`,
  );
}

class NodeChild implements ReaderChild {
  readonly #process: ChildProcess;

  constructor([program = '', ...parameters]: readonly string[]) {
    this.#process = spawn(program, parameters, {
      env: {},
      // What it would print is of no use, and may be a stranger's words.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
      windowsHide: true,
    });
  }

  tell(message: ToReader): void {
    // It may have ended in this moment: its end is heard of.
    this.#process.send(message, () => undefined);
  }

  onMessage(listener: (message: FromReader) => void): void {
    this.#process.on('message', listener);
  }

  onEnd(listener: (end: ChildEnd) => void): void {
    this.#process.once('error', () => listener({ code: null, signal: null }));
    this.#process.once('exit', (code, signal) => listener({ code, signal }));
  }

  async memory(): Promise<number | undefined> {
    const { pid } = this.#process;
    return pid === undefined ? undefined : processMemory(pid);
  }

  kill(): void {
    this.#process.kill('SIGKILL');
  }

  hold(isHeld: boolean): void {
    const { channel } = this.#process;
    if (isHeld) {
      this.#process.ref();
      channel?.ref();
    } else {
      this.#process.unref();
      channel?.unref();
    }
  }
}
