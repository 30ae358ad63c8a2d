import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const project = resolve(import.meta.dirname, '../..');
const parts = ['package.json', 'dist/desktop', 'dist/renderer'];

/**
 * Builds the desktop app that is about to be shown, so that it is the one of these sources, and puts it where every
 * user of the machine can read it. @returns takes it away
 */
export default function buildApp(): () => void {
  const builder = join(project, 'build/build-desktop.ts');
  const { status } = spawnSync(process.execPath, [builder], { stdio: 'inherit' });
  if (status !== 0) throw new Error('the desktop app could not be built');
  const app = mkdtempSync(join(tmpdir(), 'mailstow-app-'));
  for (const part of parts) cpSync(join(project, part), join(app, part), { recursive: true });
  spawnSync('chmod', ['-R', 'a+rX', app]);
  process.env.MAILSTOW_APP = app;
  return () => rmSync(app, { recursive: true, force: true });
}
