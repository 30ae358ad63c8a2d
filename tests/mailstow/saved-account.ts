import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { layoutNow } from '../both-layouts.ts';
import { saidIn } from '../cli/command-line.ts';
import { exitCodeFrom } from '../imapcl/run-process.ts';
import { setUp } from '../imapcl/scripted-account.ts';
import type { ServerOptions } from '../servers/scripted/options.ts';

/** Of the saved sign-ins; in the variable VAULT of every command. */
export const vaultPassword = 'opens everything';

/** As a scheduler starts commands. */
export const noTerminal = Readable.from([]) as unknown as NodeJS.ReadStream;

/** An account whose profile `home` has no password. Commands run in this process, where there is neither terminal nor keyring. */
export async function savedAccount(options: ServerOptions = {}) {
  const { server, place } = await setUp(options);
  const config = join(place.folder, 'config');
  const access = ['--server', '127.0.0.1', '--port', `${server.port}`, '--security', 'none'];
  const env = { MAILSTOW_CONFIG: config, MAIL_PASSWORD: 'secret', VAULT: vaultPassword };
  const mailstowIn = async (more: Readonly<Record<string, string>>, ...args: string[]) => {
    const ended = await saidIn({ ...env, ...more }, args, { stdin: noTerminal });
    return { ...ended, code: exitCodeFrom(ended.code) };
  };
  const mailstow = (...args: string[]) => mailstowIn({}, ...args);
  const folder = ['--folder', place.out, '--layout', layoutNow()];
  const profile = [...access, '--user', 'user', ...folder];
  await mailstow('profile', 'save', 'home', ...profile);
  const save = ['sign-in', 'home', '--password-variable', 'MAIL_PASSWORD'];
  return { server, place, config, access, profile, env, mailstow, mailstowIn, save };
}

/** A file with the password of the saved sign-ins, for its owner alone. */
export function keyFile(folder: string): string {
  const path = join(folder, 'key file');
  writeFileSync(path, `${vaultPassword}\nand more\n`, { mode: 0o600 });
  return path;
}

/** Everything that is in files below a folder. */
export function textsIn(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return files
    .filter(file => file.isFile())
    .map(file => readFileSync(join(file.parentPath, file.name), 'latin1'))
    .join('\n');
}
