import { chmodSync, chownSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** `nobody` and `nogroup` of Debian: Chromium's sandbox does not work for root, as whom containers run their tests. */
const nobody = { uid: 65_534, gid: 65_534 };

/** As whom the desktop app is tested; undefined where the tests run as an ordinary user themselves. */
const ordinaryUser = process.getuid?.() === 0 ? nobody : undefined;

/** Gives a file or folder to the user of the desktop app. */
export function handOver(path: string): void {
  if (ordinaryUser !== undefined) chownSync(path, ordinaryUser.uid, ordinaryUser.gid);
}

/** A command as it has to be started to run as the user of the desktop app. */
export function asOrdinaryUser(command: readonly string[]): readonly [string, ...string[]] {
  const [program = '', ...rest] = command;
  if (ordinaryUser === undefined) return [program, ...rest];
  const { uid, gid } = ordinaryUser;
  return ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', program, ...rest];
}

/**
 * A program that can be started with any arguments and runs as the user of the desktop app: its process is the
 * program's own.
 * @param folder that takes the script in front of it, where one is needed
 */
export function programForOrdinaryUser(program: string, folder: string): string {
  if (ordinaryUser === undefined) return program;
  const script = join(folder, 'as-ordinary-user');
  const command = asOrdinaryUser([program]).map(word => `'${word}'`);
  writeFileSync(script, `#!/bin/sh\nexec ${command.join(' ')} "$@"\n`);
  chmodSync(script, 0o755);
  return script;
}
