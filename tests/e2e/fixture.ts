import { test as base, expect, type Page } from '@playwright/test';
import { type DesktopSession, startDesktopSession } from '../electron-runtime/desktop-session.ts';
import { lookForRuntime } from '../electron-runtime/look.ts';
import {
  type Dovecot,
  type DovecotUser,
  dovecotMissing,
  startDovecot,
} from '../servers/dovecot.ts';
import { startBrowserMode } from './browser-mode.ts';
import { beginSetup } from './controls.ts';
import { startElectron } from './electron-host.ts';
import type { Host } from './host.ts';
import { letters } from './letters.ts';

interface Worker {
  readonly dovecot: Dovecot;
  /** The desktop that the app's windows are on; a browser needs none. */
  readonly session: DesktopSession | undefined;
}

interface Fixtures {
  /** Variables that the app is started with. */
  readonly variables: Readonly<Record<string, string>>;
  /** A fresh account with a few letters in it. */
  readonly user: DovecotUser;
  readonly host: Host;
  /** The window, open and signed in; the test fails where the browser complains of anything. */
  readonly window: Page;
  /** The account was set up and archived; the window shows the end of its run. */
  readonly archived: true;
}

export const test = base.extend<Fixtures, Worker>({
  dovecot: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures this one needs
    async ({}, use) => {
      const dovecot = await startDovecot();
      await use(dovecot);
      await dovecot.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  session: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures this one needs
    async ({}, use, { project }) => {
      const session = project.name === 'electron' ? await startDesktopSession() : undefined;
      await use(session);
      await session?.stop();
    },
    { scope: 'worker' },
  ],
  user: async ({ dovecot }, use) => {
    const user = await dovecot.user();
    await dovecot.deliver(user, 'INBOX', ...letters);
    await dovecot.deliver(user, 'Work/2025', ...letters.slice(0, 2));
    await dovecot.deliver(user, 'Junk', ...letters.slice(0, 1));
    await use(user);
  },
  variables: [{}, { option: true }],
  host: async ({ session, variables }, use) => {
    const host = await startHost(session, variables);
    await use(host);
    await host.close();
  },
  window: async ({ page, host }, use) => {
    const complaints: string[] = [];
    const listen = (window: Page) => {
      window.on('console', message => {
        if (message.type() === 'error' && !isOfTheTool(message.text()))
          complaints.push(message.text());
      });
      window.on('pageerror', error => complaints.push(String(error)));
    };
    await use(await host.open(page, listen));
    expect(complaints).toEqual([]);
  },
  archived: async ({ window, dovecot, user, host }, use) => {
    await archiveEverything(window, dovecot, user, host);
    await use(true);
  },
});

export { expect };

/** Playwright's recorder and axe put scripts into every frame, and that of a message refuses them. */
function isOfTheTool(complaint: string): boolean {
  return /^Blocked script execution in '[^']*(\/|mailstow-)mail:?\//.test(complaint);
}

function startHost(
  session: DesktopSession | undefined,
  env: Readonly<Record<string, string>>,
): Promise<Host> {
  if (session === undefined) return startBrowserMode({ env });
  return startElectron({ program: electronProgram(), session, env });
}

export function electronProgram(): string {
  const runtime = lookForRuntime();
  if ('missing' in runtime) throw new Error(`Electron cannot be started: ${runtime.missing}`);
  return runtime.program;
}

/** Why these specs cannot run here. */
export const missing = dovecotMissing();

/** What a person types into the first step for this server. */
export async function fillInWho(window: Page, dovecot: Dovecot, user: DovecotUser): Promise<void> {
  await window.getByLabel('Email address').fill(`${user.name}@example.org`);
  await window.getByLabel('Password', { exact: true }).fill(user.password);
  // Nobody's domain is looked up in vain, which opens the settings.
  await expect(window.getByText('No mail server was found')).toBeVisible();
  await window.getByLabel('Server', { exact: true }).fill(dovecot.host);
  await window.getByLabel('Port').fill(String(dovecot.ports.imaps));
  await window.getByLabel('User name').fill(user.name);
}

/** From the first sight of the window to a finished archive, with the mouse. */
export async function archiveEverything(
  ...those: Parameters<typeof startArchiving>
): Promise<void> {
  await startArchiving(...those);
  const [window] = those;
  await expect(window.getByText(/Nothing is missing\./)).toBeVisible();
}

/** The same up to the moment when the run begins. */
export async function startArchiving(
  window: Page,
  dovecot: Dovecot,
  user: DovecotUser,
  host: Host,
): Promise<void> {
  await beginSetup(window);
  await fillInWho(window, dovecot, user);
  await window.getByLabel('Certificate file', { exact: true }).fill(dovecot.ca);
  await window.getByRole('button', { name: 'Continue' }).click();
  await expect(window.getByRole('heading', { name: 'Choose what to keep' })).toBeVisible();
  await window.getByRole('button', { name: 'Continue' }).click();
  await window.getByRole('button', { name: 'Another folder…' }).click();
  if (host.fileDialog === 'page') {
    await window.getByRole('button', { name: 'Use this folder' }).click();
  }
  await window.getByRole('button', { name: 'Continue' }).click();
  await window.getByRole('button', { name: 'Start archiving' }).click();
}
