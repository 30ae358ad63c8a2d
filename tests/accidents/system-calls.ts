import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** One system call of a trace. */
export interface SystemCall {
  readonly name: string;
  /** Its arguments as strace prints them, file descriptors with their paths. */
  readonly arguments: string;
  /** Where in the trace it began and where it was over; calls of several threads overlap. */
  readonly began: number;
  readonly ended: number;
}

/** Why no system calls can be traced here, or undefined. */
export function tracingMissing(): string | undefined {
  return spawnSync('strace', ['-e', 'none', 'true']).status === 0 ? undefined : 'needs strace';
}

/** What stands before a command to trace the calls that write, sync and rename, of all its threads and children. */
export function tracingInto(file: string): string[] {
  const calls = 'write,pwrite64,writev,fsync,fdatasync,syncfs,rename,renameat,renameat2,link';
  return ['strace', '-f', '-y', '-s', '100000', '-e', `trace=${calls}`, '-o', file];
}

/** Reads what strace wrote: `PID name(arguments) = result`, in two lines where another thread came in between. */
export function readTrace(file: string): SystemCall[] {
  const calls: SystemCall[] = [];
  const unfinished = new Map<string, { name: string; start: string; began: number }>();
  readFileSync(file, 'utf8')
    .split('\n')
    .forEach((line, at) => {
      const [, thread = '', text = ''] = /^(\d+) +(.*)$/.exec(line) ?? [];
      const begun = /^(\w+)\((.*) <unfinished \.\.\.>$/.exec(text);
      const resumed = /^<\.\.\. (\w+) resumed>(.*)\) += \d+/.exec(text);
      const whole = /^(\w+)\((.*)\) += \d+/.exec(text);
      if (begun !== null) {
        unfinished.set(thread, { name: begun[1] ?? '', start: begun[2] ?? '', began: at });
      } else if (resumed !== null) {
        const { name, start, began } = unfinished.get(thread) ?? { name: '', start: '', began: at };
        if (name === resumed[1]) {
          calls.push({ name, arguments: start + (resumed[2] ?? ''), began, ended: at });
        }
      } else if (whole !== null) {
        calls.push({ name: whole[1] ?? '', arguments: whole[2] ?? '', began: at, ended: at });
      }
    });
  return calls;
}
