import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { MailstowError } from '../engine/errors.ts';

/** This file stands two folders below the project, from its sources and in the bundle `dist/cli` alike. */
const project = resolve(import.meta.dirname, '../..');
const built = join(project, 'dist/renderer');
const config = join(project, 'vite.config.ts');

/**
 * Builds the window where its sources are here and newer than what was built.
 * @param say told, before that takes its seconds
 * @returns the folder of the built window
 * @throws MailstowError where it can neither be found nor built
 */
export async function windowFiles(say: (message: string) => void): Promise<string> {
  const sources = ['renderer', 'shared'].map(folder => join(project, folder));
  const canBuild = existsSync(config) && sources.every(existsSync);
  const index = join(built, 'index.html');
  const builtAt = existsSync(index) ? statSync(index).mtimeMs : 0;
  if (!canBuild || [...sources, config].every(source => newest(source) <= builtAt)) {
    if (builtAt === 0) throw notBuilt();
    return built;
  }
  say('Building the window; this takes a few seconds.');
  await build();
  return built;
}

function newest(path: string): number {
  if (!statSync(path).isDirectory()) return statSync(path).mtimeMs;
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return Math.max(...names.map(name => statSync(join(path, name)).mtimeMs));
}

/** In a process of its own, which gives its memory back. */
async function build(): Promise<void> {
  const vite = join(project, 'node_modules/vite/bin/vite.js');
  const options = ['build', '--config', config, '--logLevel', 'warn'];
  const process_ = spawn(process.execPath, [vite, ...options], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code] = await once(process_, 'exit');
  if (code !== 0) throw notBuilt();
}

function notBuilt(): MailstowError {
  return new MailstowError('window-not-built');
}
