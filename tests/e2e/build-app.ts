import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** Builds the desktop app that is about to be shown, so that it is the one of these sources. */
export default function buildApp(): void {
  const builder = resolve(import.meta.dirname, '../../build/build-desktop.ts');
  const { status } = spawnSync(process.execPath, [builder], { stdio: 'inherit' });
  if (status !== 0) throw new Error('the desktop app could not be built');
}
