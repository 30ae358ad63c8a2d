import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { DesktopSession } from '../../electron-runtime/desktop-session.ts';
import { startDesktopSession } from '../../electron-runtime/desktop-session.ts';
import { asOrdinaryUser } from '../../electron-runtime/ordinary-user.ts';
import { call } from '../calls.ts';
import {
  commandLine,
  type DesktopApp,
  type DesktopOptions,
  type Person,
  startElectron,
} from '../electron-host.ts';
import { electronProgram } from '../fixture.ts';
import { test as base, expect } from '../scale/fixture.ts';

interface Fixtures {
  /** The app that shows the window. */
  readonly desktop: DesktopApp;
  /** Starts the app once more, for the same person or another; it ends with the test. */
  readonly start: (options?: Partial<DesktopOptions>) => Promise<DesktopApp>;
}

/** What only a desktop has. */
export const test = base.extend<Fixtures>({
  desktop: async ({ host }, use) => {
    await use(host as DesktopApp);
  },
  start: async ({ session }, use) => {
    const started: DesktopApp[] = [];
    await use(async options => {
      const program = electronProgram();
      const app = await startElectron({ program, session: desktopOf(session), ...options });
      started.push(app);
      return app;
    });
    for (const app of started) await app.leave();
  },
});

export { expect };

export function desktopOf(session: DesktopSession | undefined): DesktopSession {
  if (session === undefined) throw new Error('there is no desktop');
  return session;
}

/** A desktop of its own for the time of one test. */
export async function withSession<Value>(
  keyring: Parameters<typeof startDesktopSession>[0],
  act: (session: DesktopSession) => Promise<Value>,
): Promise<Value> {
  const session = await startDesktopSession(keyring);
  try {
    return await act(session);
  } finally {
    await session.stop();
  }
}

/** Runs a program of the desktop as the person. @returns what it printed */
export async function runOnDesktop(
  session: DesktopSession | undefined,
  ...command: readonly string[]
): Promise<string> {
  const [program, ...rest] = asOrdinaryUser(command);
  const { env, home } = desktopOf(session);
  const child = spawn(program, rest, {
    env: { ...env },
    cwd: home,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let printed = '';
  child.stdout.on('data', (text: Buffer) => {
    printed += text.toString();
  });
  const [code] = await once(child, 'close');
  expect(code, command.join(' ')).toBe(0);
  return printed;
}

/** A second start of the app for the same person, as from a menu. @returns its exit code */
export async function startAgain(
  session: DesktopSession | undefined,
  person: Person,
  ...named: readonly string[]
): Promise<number | null> {
  const { env, home } = desktopOf(session);
  const [program, ...rest] = asOrdinaryUser([electronProgram(), ...commandLine(person, { named })]);
  const child = spawn(program, rest, { env: { ...env }, cwd: home, stdio: 'ignore' });
  const [code] = await once(child, 'exit');
  return code;
}

/** Files of messages under their final names. */
export function storedFiles({ folder }: Person): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    name => name.endsWith('.eml') && !name.startsWith('.mailstow'),
  );
}

/** That every stored file is a whole message of mail-source.ts, and none is stored twice. */
export function expectWhole(person: Person): void {
  const numbers = storedFiles(person).map(name => {
    const text = readFileSync(join(person.folder, name), 'latin1');
    expect(text, name).toMatch(
      /^From: Department[\s\S]*\r\n\r\nDear team, the report is ready\.\r\n$/,
    );
    return /^Message-ID: <(\d+)@/m.exec(text)?.[1];
  });
  expect(new Set(numbers).size).toBe(numbers.length);
}

/** Starts archiving and waits until so many messages are stored. @returns the account's id */
export async function archiveUntil(window: Page, messages: number): Promise<string> {
  await window.reload();
  await window.getByRole('button', { name: 'Archive now' }).click();
  const stored = async () => (await call(window, 'runs.list', undefined))[0]?.stored ?? 0;
  await expect.poll(stored, { intervals: [50] }).toBeGreaterThanOrEqual(messages);
  const [account] = await call(window, 'accounts.list', undefined);
  return account?.id ?? '';
}

/** Archives the rest of the account and sees that nothing is missing. */
export async function archiveRest(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'Archive now' }).click();
  await expect(window.getByText(/Nothing is missing\./)).toBeVisible({ timeout: 60_000 });
}
