import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A screen that nobody sees, with a window manager, and a person without rights of their own in front of it. */
export interface Screen {
  /** As `DISPLAY` names it. */
  readonly display: string;
  /** Their home, empty at first. */
  readonly home: string;
  /** What stands before a command so that this person starts it here. */
  readonly asPerson: readonly string[];
  /** Titles of the windows that can be seen. */
  windows(): string[];
  close(): Promise<void>;
}

/** Who owns nothing. */
const nobody = 65_534;

export async function startScreen(): Promise<Screen> {
  const home = mkdtempSync(join(tmpdir(), 'mailstow-home-'));
  const runtimeFolder = join(home, 'run');
  mkdirSync(runtimeFolder, { mode: 0o700 });
  for (const folder of [home, runtimeFolder]) chownSync(folder, nobody, nobody);
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
  const [told] = await once(server.stdio[3] as NodeJS.ReadableStream, 'data');
  const display = `:${String(told).trim()}`;
  const manager = spawn('openbox', [], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: display, HOME: home },
  });
  const ids = [`--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'];
  const environment = {
    PATH: '/usr/bin:/bin',
    HOME: home,
    XDG_RUNTIME_DIR: runtimeFolder,
    DISPLAY: display,
    LC_ALL: 'C.UTF-8',
    LANGUAGE: 'en',
  };
  const set = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
  return {
    display,
    home,
    asPerson: ['setpriv', ...ids, 'env', '-i', ...set],
    windows() {
      const { stdout } = spawnSync(
        'xdotool',
        ['search', '--onlyvisible', '--name', '.', 'getwindowname', '%@'],
        { env: { ...process.env, DISPLAY: display }, encoding: 'utf8' },
      );
      return stdout.split('\n').filter(line => line !== '');
    },
    async close() {
      for (const each of [manager, server]) {
        const ended = once(each, 'exit');
        each.kill();
        if (each.exitCode === null && each.signalCode === null) await ended;
      }
      rmSync(home, { recursive: true, force: true });
    },
  };
}
