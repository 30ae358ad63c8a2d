import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** What opens a file or an address in the system's browser: a program and its arguments, never a shell's line. */
const openers: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['rundll32.exe', 'url.dll,FileProtocolHandler'],
};

/** Whether a browser that is opened here is seen by the person. */
export function hasDesktop(env: Environment, platform: NodeJS.Platform): boolean {
  if (platform === 'darwin' || platform === 'win32') return env.SSH_CONNECTION === undefined;
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/**
 * Opens the address in the system's browser. Every user of the computer can read a program's arguments, so the browser
 * is never given a link with a secret, but a file that leads there and is gone once the link was used.
 * @returns whether there is a program for it; what becomes of it is seen by the person alone
 */
export async function openBrowser(address: string): Promise<boolean> {
  const [program, ...options] = openers[process.platform] ?? ['xdg-open'];
  const { search } = new URL(address);
  try {
    const target = search === '' ? address : writeEntrance(address);
    // In a group of its own: Ctrl+C here ends no browser.
    const child = spawn(program, [...options, target], { stdio: 'ignore', detached: true });
    child.unref();
    await once(child, 'spawn');
    return true;
  } catch {
    removeEntrance(address);
    return false;
  }
}

/** Once the link was used, or is none any more. */
export function removeEntrance(address: string): void {
  rmSync(entranceOf(address), { force: true });
}

/** Its owner's alone, and no link in its place is followed. @returns its path */
function writeEntrance(address: string): string {
  const path = entranceOf(address);
  removeEntrance(address);
  const page = `<!doctype html>
<meta charset="utf-8"><meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0; url=${address.replaceAll('&', '&amp;')}"><title>Mailstow</title>
`;
  writeFileSync(path, page, { flag: 'wx', mode: 0o600 });
  return path;
}

/** In the home folder under a plain name: a browser in a snap may read neither hidden folders nor /tmp. */
function entranceOf(address: string): string {
  return join(homedir(), `mailstow-sign-in-${new URL(address).port}.html`);
}
