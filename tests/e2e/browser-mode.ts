import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as later } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { Host } from './host.ts';

const project = resolve(import.meta.dirname, '../..');

export interface BrowserModeOptions {
  /** Of a server that ran before; by default new ones. */
  readonly data?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Browser mode, which can be left and started again with the same data. */
export interface BrowserMode extends Host {
  readonly data: string;
  /** Ends it and leaves the person's folders. */
  leave(): Promise<void>;
}

/** Starts browser mode as a person does, with data and folders of its own. */
export async function startBrowserMode(options: BrowserModeOptions = {}): Promise<BrowserMode> {
  const { data = mkdtempSync(join(tmpdir(), 'mailstow-e2e-')), env = {} } = options;
  const folder = join(data, 'Mail');
  mkdirSync(folder, { recursive: true });
  const command = join(project, 'electron/cli/mailstow.ts');
  const probe = join(import.meta.dirname, 'scale/event-loop-delay.ts');
  const delayFile = join(data, 'delays');
  const given = ['--import', probe, command, 'serve', '--port', '0', '--folder', folder];
  const own = {
    MAILSTOW_CONFIG: join(data, 'config'),
    MAILSTOW_DELAY_FILE: delayFile,
    LC_ALL: 'en_GB.UTF-8',
    // Not the machine's own keyring.
    DBUS_SESSION_BUS_ADDRESS: 'disabled:',
  };
  const server = spawn(process.execPath, given, {
    env: { ...process.env, ...own, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(server, 'exit');
  const address = await Promise.race([printedAddress(server.stdout), ended.then(() => undefined)]);
  if (address === undefined) throw new Error('browser mode ended before it printed its address');
  const { origin } = new URL(address);
  const saved: string[] = [];
  const leave = async (): Promise<void> => {
    server.kill('SIGTERM');
    await ended;
  };
  return {
    data,
    leave,
    folder,
    fileDialog: 'page',
    async open(page, watch) {
      watch(page);
      page.on('download', download => saved.push(download.suggestedFilename()));
      await page.goto(address);
      return page;
    },
    choose: async () => undefined,
    saved: () => saved,
    opened: async () => [],
    owns: url => new URL(url).origin === origin,
    async longestDelay() {
      const before = delaysIn(delayFile).length;
      server.kill('SIGUSR2');
      for (;;) {
        const delays = delaysIn(delayFile);
        if (delays.length > before) return delays.at(-1) ?? Number.NaN;
        await later(5);
      }
    },
    pageProcesses: renderersOf,
    async close() {
      await leave();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

function delaysIn(file: string): number[] {
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').map(Number) : [];
}

/** Beside the page's own there may be the spare one that the browser keeps for its next page. */
async function renderersOf(page: Page): Promise<readonly number[]> {
  const browser = await page.context().browser()?.newBrowserCDPSession();
  const found = await browser?.send('SystemInfo.getProcessInfo');
  await browser?.detach();
  return found?.processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id) ?? [];
}

async function printedAddress(output: NodeJS.ReadableStream): Promise<string | undefined> {
  for await (const line of createInterface({ input: output })) {
    const [address] = /http:\/\/\S+/.exec(line) ?? [];
    if (address !== undefined) {
      // What it says later has to go somewhere.
      output.resume();
      return address;
    }
  }
  return undefined;
}
