import { spawnSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { isInstalled } from '../../tools.ts';
import { versionOfImapflow } from '../programs.ts';

/** What the figures were taken on, by name. */
export type Machine = Readonly<Record<string, string>>;

/** @param folder where everything was written */
export function describeMachine(folder: string): Machine {
  const processors = cpus();
  return {
    processor: `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown'}`,
    memory: `${(totalmem() / 2 ** 30).toFixed(0)} GB`,
    disk: firstLine('findmnt', ['-n', '-o', 'FSTYPE,SOURCE', '-T', folder]),
    system: firstLine('uname', ['-sr']),
    node: process.version,
    dovecot: firstLine('dovecot', ['--version']),
    mbsync: firstLine('mbsync', ['--version']),
    mpop: firstLine('mpop', ['--version']),
    getmail6: firstLine('getmail', ['--version']),
    fetchmail: firstLine('fetchmail', ['--version']),
    imapflow: versionOfImapflow() ?? 'not installed',
    openssl: firstLine('openssl', ['version']),
  };
}

function firstLine(program: string, args: readonly string[]): string {
  if (!isInstalled(program)) return 'not installed';
  const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` };
  const { stdout } = spawnSync(program, args, { encoding: 'utf8', env });
  return stdout.split('\n', 1)[0]?.replaceAll(/ +/g, ' ').trim() || 'unknown';
}
