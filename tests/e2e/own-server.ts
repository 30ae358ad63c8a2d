import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { ServerOptions } from '../servers/scripted/options.ts';
import { type ScriptedServer, startServer } from '../servers/scripted/server.ts';
import { beginSetup, choose } from './controls.ts';
import { test as base, expect } from './fixture.ts';
import type { Host } from './host.ts';

interface Fixtures {
  /** Starts a server that does what the spec tells it; it ends with the spec, and must have met no fault. */
  readonly serve: (options?: ServerOptions) => Promise<ScriptedServer>;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures this one needs
  serve: async ({}, use) => {
    const servers: ScriptedServer[] = [];
    await use(async (options = {}) => {
      const server = await startServer({ mailboxes: fewLetters, ...options });
      servers.push(server);
      return server;
    });
    for (const server of servers) {
      await server.stop();
      expect(server.faults).toEqual([]);
    }
  },
});

export { expect };

function letter(subject: string, size: number, day: string) {
  const head = `From: Anna <anna@example.org>\r\nSubject: ${subject}\r\nDate: ${new Date(day).toUTCString()}\r\n\r\n`;
  return { bytes: `${head}${'a line of it\r\n'.repeat(size / 14)}`, internalDate: new Date(day) };
}

const fewLetters: NonNullable<ServerOptions['mailboxes']> = [
  {
    name: 'INBOX',
    messages: [
      letter('An old letter', 1_400, '2019-05-01T12:00:00Z'),
      letter('A new letter', 1_400, '2024-05-01T12:00:00Z'),
      letter('A large letter', 2_100_000, '2024-06-01T12:00:00Z'),
    ],
  },
  { name: 'Work', messages: [letter('A letter of work', 140_000, '2024-05-02T12:00:00Z')] },
  {
    name: 'Junk',
    attributes: ['\\Junk'],
    messages: [letter('Win!', 1_400, '2024-05-03T12:00:00Z')],
  },
];

/** What a person types into the first step for such a server. */
export async function fillInOwnServer(window: Page, port: number): Promise<void> {
  await beginSetup(window);
  await window.getByLabel('Password', { exact: true }).fill('secret');
  // Nobody's domain is looked up in vain, which opens the settings.
  await expect(window.getByText('No mail server was found')).toBeVisible();
  await window.getByLabel('Server', { exact: true }).fill('127.0.0.1');
  await choose(window, 'Security', 'None');
  await window.getByLabel('Port').fill(String(port));
  await window.getByLabel('User name').fill('user');
}

/** Chooses a new folder beside the others, in the page or in the dialogue of the system. @returns its path */
export async function chooseNewFolder(window: Page, host: Host, name: string): Promise<string> {
  const folder = join(host.folder, name);
  mkdirSync(folder);
  // The desktop app runs as somebody else than the specs.
  chmodSync(folder, 0o777);
  await host.choose(folder);
  await window.getByRole('button', { name: 'Another folder…' }).click();
  if (host.fileDialog === 'page') {
    const dialog = window.getByRole('dialog', { name: 'Choose a folder' });
    const entry = dialog.getByRole('button', { name, exact: true });
    const up = dialog.getByRole('button', { name: 'One level up' });
    await expect(entry.or(up).first()).toBeVisible();
    if (!(await entry.isVisible())) await up.click();
    await entry.click();
    await expect(dialog.locator('.folder-browser-path')).toHaveText(new RegExp(`${name}$`));
    await dialog.getByRole('button', { name: 'Use this folder' }).click();
  }
  return folder;
}

export async function openEdit(window: Page): Promise<void> {
  await window.getByRole('button', { name: /^More for/ }).click();
  await window.getByRole('menuitem', { name: 'Edit account…' }).click();
  await expect(window.getByRole('heading', { name: 'Edit account' })).toBeFocused();
}

/** Ticks a folder, or takes the tick away; long lists draw only what is in sight. */
export async function tick(window: Page, folder: string): Promise<void> {
  await window.locator('.mailbox-choice').scrollIntoViewIfNeeded();
  const line = window.locator('.mailbox-line', { hasText: folder });
  const box = line.getByRole('checkbox');
  const before = await box.isChecked();
  await line.locator('label').click();
  await expect(box).toBeChecked({ checked: !before });
}

export const footOf = (window: Page) => window.locator('.page-foot');
