import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test as base, expect, type Page } from '@playwright/test';
import { type BrowserMode, startBrowserMode } from '../browser-mode.ts';

interface Fixtures {
  readonly host: BrowserMode;
  /** The window, open and signed in. */
  readonly window: Page;
  /** Longest delay of the event loop of the process that serves the window since the last call, milliseconds. */
  readonly longestDelay: () => Promise<number>;
  /** Sets up an account with so many messages. */
  readonly account: (messages: number, perSecond?: number) => Promise<void>;
}

export const test = base.extend<Fixtures & { readonly delayFile: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures this one needs
  delayFile: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'mailstow-delay-'));
    await use(join(folder, 'milliseconds'));
    rmSync(folder, { recursive: true });
  },
  host: async ({ delayFile }, use) => {
    const probe = join(import.meta.dirname, 'event-loop-delay.ts');
    const host = await startBrowserMode({
      nodeOptions: ['--import', probe],
      environment: { MAILSTOW_DELAY_FILE: delayFile },
    });
    await use(host);
    await host.close();
  },
  window: async ({ page, host }, use) => {
    await use(await host.open(page, () => undefined));
  },
  longestDelay: async ({ host, delayFile }, use) => {
    await use(async () => {
      const before = delaysIn(delayFile).length;
      host.signal('SIGUSR2');
      await expect.poll(() => delaysIn(delayFile).length).toBe(before + 1);
      return delaysIn(delayFile).at(-1) ?? Number.NaN;
    });
  },
  account: async ({ window, host }, use) => {
    const sources: ChildProcess[] = [];
    await use(async (messages, perSecond) => {
      const { source, port } = await startSource(messages, perSecond);
      sources.push(source);
      await saveAccount(window, host.folder, port);
    });
    for (const source of sources) {
      const ended = once(source, 'exit');
      source.kill();
      await ended;
    }
  },
});

export { expect };

function delaysIn(file: string): number[] {
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').map(Number) : [];
}

async function startSource(messages: number, perSecond: number | undefined) {
  const command = [join(import.meta.dirname, 'mail-source.ts'), String(messages)];
  if (perSecond !== undefined) command.push(String(perSecond));
  const source = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(createInterface({ input: source.stdout }), 'line');
  return { source, port: Number(line) };
}

/** What setting up in four steps comes to. */
export async function saveAccount(window: Page, folder: string, port: number): Promise<void> {
  const profile = {
    email: 'accounts@example.org',
    user: 'user',
    server: { host: '127.0.0.1', port, security: 'none' },
    leftOut: [],
    headersOnly: false,
    unseenOnly: false,
    folder,
    rememberPassword: true,
  };
  await window.evaluate(
    async input => {
      const response = await fetch('/call/accounts.save', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(input),
      });
      const answer: { ok: boolean } = await response.json();
      if (!answer.ok) throw new Error('the account was not saved');
    },
    { profile, password: 'secret' },
  );
}
