import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as later } from 'node:timers/promises';
import { chromium, type Page } from 'playwright';
import type { DesktopSession } from '../electron-runtime/desktop-session.ts';
import { asOrdinaryUser } from '../electron-runtime/ordinary-user.ts';

/** A packaged app that shows its window. */
export interface StartedApp {
  readonly page: Page;
  readonly process: ChildProcess;
  /** Ends it as the system would, and waits for the end. */
  close(): Promise<void>;
}

/** The fuses of a package keep Playwright out; Chromium's own door stays. */
const door = '--remote-debugging-port=0';

/**
 * Starts the app as the person of a desktop, and waits for its window.
 * @param command the program, and what it is started with
 * @param more in its environment
 */
export async function startApp(
  { env, home }: DesktopSession,
  command: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<StartedApp> {
  const [program, ...rest] = asOrdinaryUser([...command, door]);
  // A group of its own, so that all of it can be ended.
  const app = spawn(program, rest, {
    stdio: ['ignore', 'ignore', 'pipe'],
    cwd: home,
    env: { ...env, ...more },
    detached: true,
  });
  const kill = () => {
    try {
      if (app.pid !== undefined) process.kill(-app.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  };
  try {
    const address = await debuggingAddress(app);
    const browser = await chromium.connectOverCDP(address);
    const page = await firstPage(() => browser.contexts().flatMap(context => context.pages()));
    await page.waitForLoadState();
    return {
      page,
      process: app,
      async close() {
        await browser.close();
        if (app.exitCode !== null || app.signalCode !== null) return;
        const ended = once(app, 'exit');
        app.kill();
        await Promise.race([ended, later(10_000, undefined, { ref: false }).then(kill)]);
        await ended;
      },
    };
  } catch (error) {
    kill();
    throw error;
  }
}

async function debuggingAddress({ stderr }: ChildProcess): Promise<string> {
  if (stderr === null) throw new Error('nothing is heard of the app');
  const said: string[] = [];
  const lines = createInterface({ input: stderr });
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  lines.on('line', line => {
    said.push(line);
    const [, address] = /^DevTools listening on (ws:\S+)/.exec(line) ?? [];
    if (address !== undefined) resolve(address);
  });
  lines.once('close', () => reject(new Error(`The app ended:\n${said.join('\n')}`)));
  return promise;
}

async function firstPage(pages: () => readonly Page[]): Promise<Page> {
  for (let tries = 0; tries < 600; tries++) {
    const [page] = pages();
    if (page !== undefined) return page;
    await later(50);
  }
  throw new Error('The app showed no window.');
}
