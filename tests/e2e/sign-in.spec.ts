import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { expectFirstPage } from './controls.ts';
import { inBrowserAlone } from './report.ts';

const command = resolve(import.meta.dirname, '../../electron/cli/mailstow.ts');

let home: string;
let running: ChildProcess;
test.beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'mailstow-e2e-sign-in-'));
  // Takes the place of the browser that the spec is itself.
  symlinkSync('/bin/true', join(home, 'xdg-open'));
});
test.afterEach(async () => {
  if (running.exitCode === null) {
    running.kill('SIGTERM');
    await once(running, 'exit');
  }
  rmSync(home, { recursive: true, force: true });
});

/** Starts browser mode on a desktop. @returns the file that the browser is opened with */
async function opened(): Promise<{ child: ChildProcess; page: string }> {
  const child = spawn(process.execPath, [command, 'serve', '--port', '0', '--browser'], {
    env: {
      ...process.env,
      HOME: home,
      MAILSTOW_CONFIG: join(home, 'config'),
      PATH: `${home}${delimiter}${process.env.PATH}`,
      DISPLAY: ':97',
      DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  for await (const line of createInterface({ input: child.stderr })) {
    if (line.startsWith('Opening it')) break;
  }
  child.stderr.resume();
  const page = readdirSync(home).find(name => name.endsWith('.html'));
  if (page === undefined) throw new Error('there is no file for the browser');
  return { child, page: join(home, page) };
}

test(
  'the file that a browser is given signs it in, and a lost tab is found again by a second start',
  inBrowserAlone('the desktop app is signed in by being there'),
  async ({ page, context }) => {
    const first = await opened();
    running = first.child;
    await page.goto(pathToFileURL(first.page).href);
    await expectFirstPage(page);
    expect(existsSync(first.page)).toBe(false);
    expect(page.url()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/(#.*)?$/);

    await context.clearCookies();
    await page.reload();
    await expect(page.getByText('run the command that started Mailstow again')).toBeVisible();
    const second = await opened();
    await page.goto(pathToFileURL(second.page).href);
    await expectFirstPage(page);
    if (second.child.exitCode === null) await once(second.child, 'exit');
    expect(second.child.exitCode).toBe(0);
  },
);
