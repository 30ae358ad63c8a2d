import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

/** A program with its arguments. */
export type Command = readonly [program: string, ...args: readonly string[]];

export interface Measured {
  /** From the start of the process to its end. */
  readonly seconds: number;
  /** Peak resident memory of the process and its children, bytes; undefined where the system does not tell. */
  readonly peakMemory: number | undefined;
  readonly stdout: string;
}

/** A million messages take up to an hour on a busy machine; what takes longer than this hangs. */
const longest = 5_400_000;
/** Often enough that little is missed at the end, and cheap beside what is measured. */
const memoryEvery = 20;

/**
 * Runs a command as a process group of its own and measures it.
 * @throws when it fails, takes too long, or the signal ends it
 */
export async function measure(command: Command, signal: AbortSignal): Promise<Measured> {
  signal.throwIfAborted();
  const [program, ...args] = command;
  const start = performance.now();
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let peakMemory: number | undefined;
  const sampling = setInterval(() => {
    peakMemory = greater(peakMemory, peakOf(child.pid));
  }, memoryEvery);
  const kill = (): void => endGroup(child.pid);
  const tooLong = setTimeout(kill, longest);
  signal.addEventListener('abort', kill);
  process.once('exit', kill);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-2_000);
  });
  try {
    const closed = new Promise(resolve => child.once('close', resolve));
    const [code, killed] = await once(child, 'exit');
    const seconds = (performance.now() - start) / 1000;
    await closed;
    signal.throwIfAborted();
    if (code !== 0)
      throw new Error(`${command.join(' ')} ended with ${code ?? killed}:\n${stderr}`);
    return { seconds, peakMemory, stdout };
  } finally {
    clearInterval(sampling);
    clearTimeout(tooLong);
    signal.removeEventListener('abort', kill);
    process.off('exit', kill);
  }
}

function greater(one: number | undefined, other: number | undefined): number | undefined {
  return one !== undefined && other !== undefined ? Math.max(one, other) : (one ?? other);
}

/** Linux keeps each process's peak until it ends. A pipeline is its shell and what that started. */
function peakOf(pid: number | undefined): number | undefined {
  try {
    const peak = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    if (peak === undefined) return undefined;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ');
    const theirs = children.filter(each => each !== '').map(each => peakOf(Number(each)) ?? 0);
    return theirs.reduce((sum, each) => sum + each, Number(peak) * 1024);
  } catch {
    // It has just ended, or the system has no such files.
    return undefined;
  }
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
