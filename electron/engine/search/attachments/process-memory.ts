import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** Bytes of a page on every Linux that Node runs on but for a few ARM servers, where the limit is met later. */
const page = 4096;

/** Bytes of memory that a process holds. @returns undefined where it has ended or the system does not say */
export async function processMemory(
  pid: number,
  platform: NodeJS.Platform = process.platform,
): Promise<number | undefined> {
  try {
    if (platform === 'linux') return residentOf(await readFile(`/proc/${pid}/statm`, 'latin1'));
    const [program, ...parameters] = askFor(pid, platform);
    const { stdout } = await run(program, parameters, { windowsHide: true, timeout: 5_000 });
    return kilobytesIn(stdout, platform);
  } catch {
    return undefined;
  }
}

function askFor(pid: number, platform: NodeJS.Platform): [string, ...string[]] {
  return platform === 'win32'
    ? ['tasklist', '/fi', `PID eq ${pid}`, '/fo', 'csv', '/nh']
    : ['ps', '-o', 'rss=', '-p', String(pid)];
}

/** Of proc_pid_statm(5): the second number counts pages. */
function residentOf(statm: string): number | undefined {
  const pages = Number(statm.split(' ')[1]);
  return Number.isFinite(pages) ? pages * page : undefined;
}

/** @param printed `"node.exe","4711","Console","1","45,678 K"`, or a number alone */
export function kilobytesIn(printed: string, platform: NodeJS.Platform): number | undefined {
  const field = platform === 'win32' ? /"([^"]*K)"\s*$/.exec(printed)?.[1] : printed;
  const digits = field?.replace(/\D/g, '') ?? '';
  return digits === '' ? undefined : Number(digits) * 1024;
}
