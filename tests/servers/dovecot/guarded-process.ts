import { type ChildProcess, spawn } from 'node:child_process';

/**
 * Runs $@ until it ends or our standard input does, whichever comes first, then removes the folder.
 * Standard input is a pipe held by the test process, so it ends however that process ends. The
 * server has a process group of its own, because some of its children go on for half a minute
 * while a client is connected.
 */
const guard = `
folder=$1; shift
exec 3<&0
setsid "$@" 3<&- </dev/null & child=$!
{ cat <&3 >/dev/null; kill "$child" 2>/dev/null; } & watcher=$!
exec 3<&-
wait "$child"
kill -s KILL -- "-$child" 2>/dev/null
kill "$watcher" 2>/dev/null
rm -rf "$folder"
`;

interface Place {
  /** Removed at the end. */
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
}

/** A server process that cannot outlive the test process, nor leave its folder behind. */
export class GuardedProcess {
  readonly ended: Promise<void>;
  /** What it wrote to standard error. */
  errors = '';
  readonly #shell: ChildProcess;

  constructor(command: string, args: readonly string[], { folder, env }: Place) {
    this.#shell = spawn('/bin/sh', ['-c', guard, 'guard', folder, command, ...args], {
      env,
      stdio: ['pipe', 'ignore', 'pipe'],
      detached: true,
    });
    this.#shell.stderr?.on('data', data => {
      this.errors += data;
    });
    this.ended = new Promise(resolve => {
      this.#shell.once('error', () => resolve());
      this.#shell.once('exit', () => resolve());
    });
  }

  /** Ends the process and waits until it is gone. */
  async stop(): Promise<void> {
    this.#shell.stdin?.destroy();
    await this.ended;
  }
}
