import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Configuration } from 'electron-builder';
import { buildDesktop } from '../../build/desktop-app.ts';
import type { Job } from '../../build/package/builder.ts';
import type { RuntimeAtHand } from '../../build/package/runtime-at-hand.ts';

const root = resolve(import.meta.dirname, '../..');

/** What packaging reads, built from these sources in a folder of its own, and a job to package it. */
export async function aProject(runtime: RuntimeAtHand, feed?: string): Promise<Job> {
  const project = mkdtempSync(join(tmpdir(), 'mailstow-project-'));
  for (const name of ['package.json', 'LICENSE', 'CHANGELOG.md', 'build']) {
    cpSync(join(root, name), join(project, name), { recursive: true });
  }
  await buildDesktop(join(project, 'dist'));
  return {
    project,
    output: join(project, 'release'),
    runtime,
    feed,
    changes: compatible(project, runtime),
  };
}

export function removeProject({ project }: Job): void {
  rmSync(project, { recursive: true, force: true });
}

/** What an older runtime than the app's own needs to show it comes with that runtime. */
function compatible(project: string, { electronDist }: RuntimeAtHand): Configuration {
  const compat = join(electronDist, 'resources/compat');
  if (!existsSync(compat)) return {};
  const desktop = join(project, 'dist/desktop');
  for (const name of readdirSync(desktop)) askLayer(join(desktop, name));
  cpSync(compat, join(desktop, 'compat'), { recursive: true, verbatimSymlinks: true });
  return {
    extraMetadata: { main: 'dist/desktop/compat/boot.mjs' },
    asarUnpack: '**/*.node',
    // Keeps what belongs to the runtime apart from what is to be looked at.
    files: [
      'dist/desktop/**',
      'dist/renderer/**',
      '!**/*.map',
      '!**/prebuilds/{darwin,win32,linux-arm64}*/**',
    ],
  };
}

/** Written down beforehand: hooks would do it in a thread of their own, whose start is no part of the app's. */
function askLayer(program: string): void {
  if (!program.endsWith('.mjs')) return;
  const code = readFileSync(program, 'utf8');
  const imports = /^(import [^;]*? from )"node:(sqlite|tls)";$/gm;
  writeFileSync(program, code.replace(imports, '$1"./compat/$2.mjs";'));
}
