import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { DesktopSession } from '../electron-runtime/desktop-session.ts';
import { asOrdinaryUser } from '../electron-runtime/ordinary-user.ts';
import { packAsar } from './contents.ts';

/** Milliseconds until a window has to be there. */
const longest = 30_000;

/** What there is to be shown before anything of an app's own. */
const bare = `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => {
  const window = new BrowserWindow({ show: false, width: 1120, height: 760 });
  window.once('ready-to-show', () => window.show());
  window.loadURL('data:text/html,<title>bare</title><h1>Hello</h1>');
});
`;

/** The same program with an app of one empty window in it. @returns its path */
export async function makeBare(app: string, folder: string): Promise<string> {
  cpSync(app, folder, { recursive: true, verbatimSymlinks: true });
  const source = join(folder, 'bare');
  mkdirSync(source);
  writeFileSync(join(source, 'main.js'), bare);
  writeFileSync(join(source, 'package.json'), '{"name":"bare","main":"main.js"}');
  await packAsar(source, join(folder, 'resources/app.asar'));
  return join(folder, 'mailstow-desktop');
}

/** Milliseconds from the start of a program until its window is on the desktop. */
export async function timeToWindow(session: DesktopSession, program: string): Promise<number> {
  const env = { ...session.env };
  // The window manager tells of each window that it put on the screen.
  const watch = spawn('xprop', ['-root', '-spy', '_NET_CLIENT_LIST'], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const lines = createInterface({ input: watch.stdout });
  const before = once(lines, 'line');
  await before;
  const shown = Promise.withResolvers<number>();
  lines.on('line', line => {
    if (/0x/.test(line)) shown.resolve(performance.now());
  });
  const [first, ...rest] = asOrdinaryUser([program]);
  const began = performance.now();
  const app = spawn(first, rest, { env, cwd: session.home, stdio: 'ignore', detached: true });
  const timer = setTimeout(() => shown.reject(new Error(`${program} shows no window`)), longest);
  try {
    return (await shown.promise) - began;
  } finally {
    clearTimeout(timer);
    const gone = new Promise<void>(resolve => {
      lines.on('line', line => {
        if (!/0x/.test(line)) resolve();
      });
    });
    if (app.pid !== undefined) process.kill(-app.pid, 'SIGKILL');
    await gone;
    watch.kill();
  }
}

export function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
