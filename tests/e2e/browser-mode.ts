import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Host } from './host.ts';

export interface BrowserMode extends Host {
  /** Tells something to the process that serves the window. */
  signal(name: NodeJS.Signals): void;
}

/** How the process that serves the window is to be observed. */
export interface Observation {
  readonly nodeOptions: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

const project = resolve(import.meta.dirname, '../..');

/** Starts browser mode as a person does, with data and folders of its own. */
export async function startBrowserMode(observation?: Observation): Promise<BrowserMode> {
  const { nodeOptions = [], environment = {} } = observation ?? {};
  const data = mkdtempSync(join(tmpdir(), 'mailstow-e2e-'));
  const folder = join(data, 'Mail');
  mkdirSync(folder);
  const command = join(project, 'electron/cli/mailstow.ts');
  const options = [...nodeOptions, command, 'serve', '--port', '0', '--folder', folder];
  const own = { MAILSTOW_CONFIG: join(data, 'config'), LC_ALL: 'en_GB.UTF-8' };
  const server = spawn(process.execPath, options, {
    env: { ...process.env, ...own, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(server, 'exit');
  const address = await Promise.race([printedAddress(server.stdout), ended.then(() => undefined)]);
  if (address === undefined) throw new Error('browser mode ended before it printed its address');
  const { origin } = new URL(address);
  const saved: string[] = [];
  return {
    folder,
    folderDialog: 'page',
    async open(page, watch) {
      watch(page);
      page.on('download', download => saved.push(download.suggestedFilename()));
      await page.goto(address);
      return page;
    },
    saved: () => saved,
    owns: url => new URL(url).origin === origin,
    signal: name => void server.kill(name),
    async close() {
      server.kill('SIGTERM');
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
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
