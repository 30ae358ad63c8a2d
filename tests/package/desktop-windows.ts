import { spawnSync } from 'node:child_process';
import type { DesktopSession } from '../electron-runtime/desktop-session.ts';

/** Titles of the windows that can be seen on a desktop. */
export function windowTitles(session: DesktopSession): string[] {
  const visible = ['search', '--onlyvisible', '--name', '.', 'getwindowname', '%@'];
  return xdotool(session, visible)
    .split('\n')
    .filter(line => line !== '');
}

/** Presses keys, one after the other, in the window with that title. */
export function pressIn(session: DesktopSession, title: string, ...keys: readonly string[]): void {
  const [id = ''] = xdotool(session, ['search', '--onlyvisible', '--name', title]).split('\n');
  xdotool(session, ['windowfocus', '--sync', id, 'key', '--delay', '100', ...keys]);
}

function xdotool({ env }: DesktopSession, command: readonly string[]): string {
  return spawnSync('xdotool', command, { env: { ...env }, encoding: 'utf8' }).stdout;
}
