import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { type ElectronApplication, _electron as electron, type Page } from 'playwright';
import { appAddress, mailScheme } from '../../electron/desktop/addresses.ts';
import type { DesktopSession } from '../electron-runtime/desktop-session.ts';
import { handOver, programForOrdinaryUser } from '../electron-runtime/ordinary-user.ts';
import { Dialogs } from './dialogs.ts';
import type { Host } from './host.ts';

export interface DesktopOptions {
  /** Of the Electron runtime; without it Playwright would load the package, which may download one. */
  readonly program: string;
  readonly session: DesktopSession;
  /** Chromium's switches, and what a person names on the command line. */
  readonly switches?: readonly string[];
  readonly named?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Of an app that ran before; by default a new one. */
  readonly person?: Person;
}

/** The folders of one person. */
export interface Person {
  readonly data: string;
  readonly profile: string;
  /** For mail. */
  readonly folder: string;
  /** For what was saved. */
  readonly kept: string;
}

/** The built desktop app. */
export interface DesktopApp extends Host {
  readonly app: ElectronApplication;
  readonly dialogs: Dialogs;
  readonly person: Person;
  readonly pid: number;
  /** Resolves when the app has ended, with its exit code; a signal gives null. */
  ended(): Promise<number | null>;
  /** Ends it and leaves the person's folders. */
  leave(): Promise<void>;
}

type WithDelay = typeof globalThis & {
  delay: ReturnType<typeof import('node:perf_hooks').monitorEventLoopDelay>;
};

/** Milliseconds; what is measured includes them. */
const resolution = 5;

export function newPerson(session: DesktopSession): Person {
  const data = mkdtempSync(join(session.home, 'person-'));
  const places = {
    profile: join(data, 'profile'),
    folder: join(data, 'Mail'),
    kept: join(data, 'Kept'),
  };
  for (const place of Object.values(places)) mkdirSync(place);
  for (const place of [data, ...Object.values(places)]) handOver(place);
  return { data, ...places };
}

/** What the app is started with: before Playwright's, which go to Chromium. */
export function commandLine(
  person: Person,
  { switches = [], named = [] }: Partial<DesktopOptions>,
) {
  const { MAILSTOW_APP: app } = process.env;
  if (app === undefined) throw new Error('the desktop app was not built');
  return [`--user-data-dir=${person.profile}`, ...switches, app, ...named];
}

/** Milliseconds until a started app has to answer Playwright. */
const longestStart = 25_000;

/**
 * Starts the built desktop app as an ordinary user, its sandbox on. Once in some hundred starts nothing answers
 * Playwright: that is said, and the app is started once more.
 */
export async function startElectron(options: DesktopOptions): Promise<DesktopApp> {
  const { program, session, person = newPerson(session) } = options;
  const first = await launch(options, person);
  if (first !== undefined) return asHost(first, person);
  console.log(`${program} did not answer within ${longestStart} ms of its start; once more`);
  const second = await launch(options, person);
  if (second === undefined) throw new Error('Electron does not answer');
  return asHost(second, person);
}

/** @returns undefined where it does not answer, and is ended */
async function launch(
  options: DesktopOptions,
  person: Person,
): Promise<ElectronApplication | undefined> {
  const { program, session } = options;
  const launched = electron.launch({
    timeout: longestStart,
    executablePath: programForOrdinaryUser(program, session.home),
    args: commandLine(person, options),
    cwd: session.home,
    env: { ...session.env, ...options.env },
    chromiumSandbox: true,
  });
  const ready = launched.then(async app => {
    // While what does the work is loaded, V8 now and then loses a promise that Playwright waits for.
    const window = await app.firstWindow();
    await window.locator('nav').waitFor();
    return (await app.evaluate(() => true)) ? app : undefined;
  });
  const late = later(longestStart, undefined, { ref: false });
  const app = await Promise.race([ready.catch(() => undefined), late]);
  if (app === undefined) endThoseOf(person);
  return app;
}

/** Ends what still runs with the data of this person: it would be taken for the app that is there already. */
function endThoseOf({ profile }: Person): void {
  for (const pid of readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      if (command.includes(`--user-data-dir=${profile}`)) process.kill(Number(pid), 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
}

async function asHost(app: ElectronApplication, person: Person): Promise<DesktopApp> {
  const running = app.process();
  const exit = once(running, 'exit').then(([code]) => code as number | null);
  const dialogs = await Dialogs.answer(app, person.folder, person.kept);
  await app.evaluate((_electron, resolution) => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
    const delay = monitorEventLoopDelay({ resolution });
    delay.enable();
    (globalThis as WithDelay).delay = delay;
  }, resolution);
  const leave = async (): Promise<void> => {
    await app.close();
    await exit;
  };
  return {
    app,
    dialogs,
    person,
    pid: running.pid ?? Number.NaN,
    folder: person.folder,
    fileDialog: 'system',
    async open(_page, watch) {
      const window = await app.firstWindow();
      watch(window);
      return window;
    },
    choose: path => dialogs.choose(path),
    saved: () => readdirSync(person.kept),
    opened: () => dialogs.opened(),
    owns: url => url.startsWith(appAddress) || url.startsWith(`${mailScheme}://`),
    longestDelay: () =>
      app.evaluate((_electron, resolution) => {
        const { delay } = globalThis as WithDelay;
        const longest = delay.max / 1e6 - resolution;
        delay.reset();
        return longest;
      }, resolution),
    pageProcesses: (_window: Page) =>
      app.evaluate(({ app }) =>
        app
          .getAppMetrics()
          .filter(({ type }) => type === 'Tab')
          .map(({ pid }) => pid),
      ),
    ended: () => exit,
    leave,
    async close() {
      await leave();
      rmSync(person.data, { recursive: true, force: true });
    },
  };
}
