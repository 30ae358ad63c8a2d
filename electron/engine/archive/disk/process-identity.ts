import { readlinkSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { readWhole } from './guarded-files.ts';

/** Enough to tell later whether a process still runs, and that its number was not given to another. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly host: string;
  /** Changes with each start of the system, null where the system has no such number. */
  readonly boot: string | null;
  /** The set of process numbers it counts in: each container has its own. */
  readonly numbers: string | null;
  /** In clock ticks since the system's start (proc(5), field 22), null without /proc. */
  readonly started: string | null;
  /** Seconds the system had run for. */
  readonly uptime: number;
}

export function thisProcess(): ProcessIdentity {
  return {
    pid: process.pid,
    host: hostname(),
    boot: bootIdentity(),
    numbers: processNumbers(),
    started: startOf(process.pid),
    uptime: uptime(),
  };
}

export function isThisProcess(other: ProcessIdentity): boolean {
  const own = thisProcess();
  const { pid, host, boot, numbers, started } = other;
  return (
    pid === own.pid &&
    host === own.host &&
    boot === own.boot &&
    numbers === own.numbers &&
    started === own.started
  );
}

/** Whether the process still runs; undefined where that cannot be told from here. */
export function isAlive(other: ProcessIdentity): boolean | undefined {
  if (other.host !== hostname()) return undefined;
  if (other.boot !== bootIdentity() || uptime() < other.uptime) return false;
  if (other.numbers !== processNumbers()) return undefined;
  if (other.started !== null) return startOf(other.pid) === other.started;
  return answers(other.pid);
}

function bootIdentity(): string | null {
  return tryRead(() => readWhole('/proc/sys/kernel/random/boot_id').toString().trim());
}

function processNumbers(): string | null {
  return tryRead(() => readlinkSync('/proc/self/ns/pid'));
}

/** The process's name stands in brackets and may hold blanks: fields count from the last bracket. */
function startOf(pid: number): string | null {
  return tryRead(() => {
    const stat = readWhole(`/proc/${pid}/stat`).toString();
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  });
}

/** Signal 0 asks without doing anything; a process of somebody else may refuse to answer but is there. */
function answers(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function tryRead(read: () => string): string | null {
  try {
    return read();
  } catch {
    return null;
  }
}
