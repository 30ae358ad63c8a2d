import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve, sep } from 'node:path';
import { startDemoServer } from '../../tests/demo/server.ts';
import { serveWindow } from './dev-window.ts';
import { ProcessSide } from './process-side.ts';

/**
 * `npm run dev`: the window in a browser with hot reload, on a demo account; the process side starts again when its sources
 * change. Prints one address. What it made is gone when it ends.
 */
const project = resolve(import.meta.dirname, '../..');
/** Milliseconds: an editor that saves several files does so at once. */
const quiet = 100;

const data = mkdtempSync(join(tmpdir(), 'mailstow-dev-'));
const demo = await startDemoServer();
const side = new ProcessSide(data, demo);
await side.restart();
const { vite, address } = await serveWindow(project, side);

const sources = ['electron', 'shared'].map(folder => join(project, folder));
vite.watcher.add(sources);
let pending: NodeJS.Timeout | undefined;
vite.watcher.on('all', (_event, path) => {
  if (!sources.some(folder => path.startsWith(folder + sep))) return;
  clearTimeout(pending);
  pending = setTimeout(restart, quiet);
});

async function restart(): Promise<void> {
  const running = await side.restart();
  console.log(running ? 'The process side has restarted.' : 'The process side did not start.');
}

let isEnding = false;
async function end(): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  clearTimeout(pending);
  await vite.close();
  await side.close();
  await demo.stop();
  rmSync(data, { recursive: true, force: true });
  process.exit();
}
process.on('SIGINT', end);
process.on('SIGTERM', end);
console.log(`Mailstow in development is at ${address}`);
