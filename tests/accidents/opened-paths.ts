import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** What stands before a command to trace what it opens, with the paths that the openings led to. */
export function tracingOpensInto(file: string): string[] {
  return ['strace', '-f', '-y', '-s', '4096', '-e', 'trace=open,openat,openat2,creat', '-o', file];
}

/**
 * The paths that were tried to open and those that the system opened for them, as of one process: numbers of
 * processes and threads are left out.
 */
export function openedPaths(file: string): Set<string> {
  const paths = new Set<string>();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [, asked] = /\bopen\w*\((?:[^,"]*, )?"([^"]*)"|<unfinished/.exec(line) ?? [];
    const [, opened] = / = \d+<([^>]*)>$/.exec(line) ?? [];
    for (const path of [asked, opened]) if (path !== undefined) paths.add(withoutNumbers(path));
  }
  return paths;
}

function withoutNumbers(path: string): string {
  return path.replace(/^\/proc\/\d+/, '/proc/N').replace(/\/task\/\d+/, '/task/N');
}

/** Whether devices can be made here, which containers may forbid. */
export function makesDevices(folder: string): boolean {
  const path = `${folder}/a device`;
  return spawnSync('mknod', [path, 'c', '1', '5']).status === 0 && existsSync(path);
}
