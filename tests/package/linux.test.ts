import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Job, packFolder } from '../../build/package/builder.ts';
import { tracingMissing } from '../accidents/system-calls.ts';
import { type DesktopSession, startDesktopSession } from '../electron-runtime/desktop-session.ts';
import { asOrdinaryUser } from '../electron-runtime/ordinary-user.ts';
import { aProject, removeProject } from './a-project.ts';
import { archiveAccount, startAccount } from './archive-an-account.ts';
import { sendsElsewhere, sendsSeen, tracingSendsInto } from './connections.ts';
import { filesOf, fusesOf, textOf } from './contents.ts';
import { windowTitles } from './desktop-windows.ts';
import { packingRuntime } from './packing.ts';
import { startApp } from './started-app.ts';

/** Milliseconds; the disk and the processor are shared with other suites. */
const longest = 120_000;

const runtime = packingRuntime();
const missing = 'missing' in runtime ? runtime.missing : undefined;

describe.skipIf(missing !== undefined)(`the package for Linux (${missing ?? 'started'})`, () => {
  let job: Job | undefined;
  let app: string;
  let program: string;

  beforeAll(async () => {
    if ('missing' in runtime) return;
    job = await aProject(runtime);
    app = await packFolder(job);
    program = join(app, 'mailstow-desktop');
    for (const folder of [job.project, job.output]) chmodSync(folder, 0o755);
  }, longest);
  afterAll(() => {
    if (job !== undefined) removeProject(job);
  });

  /** Each test has a person of its own, who never started the app before. */
  async function onDesktop(use: (session: DesktopSession) => Promise<void>): Promise<void> {
    const session = await startDesktopSession();
    try {
      await use(session);
    } finally {
      await session.stop();
    }
  }

  test('its fuses leave no way to run anything but the app', async () => {
    expect(await fusesOf(program)).toMatchObject({
      RunAsNode: false,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
      GrantFileProtocolExtraPrivileges: false,
    });
  });

  test('holds what is needed to run and nothing of how it is made', () => {
    const archive = join(app, 'resources/app.asar');
    const files = filesOf(archive);
    expect([...files].filter(([, isWhole]) => !isWhole)).toEqual([]);
    const paths = [...files.keys()].filter(path => !path.startsWith('dist/desktop/compat/'));
    const programs = paths.filter(path => path.endsWith('.mjs'));
    const code = programs.map(path => textOf(archive, path)).join('\n');
    const threads = new Set(code.match(/[a-z]+-thread(?=\.\$\{)/g));
    expect(threads.size).toBeGreaterThan(1);
    for (const thread of threads) expect(paths).toContain(`dist/desktop/${thread}.mjs`);
    const reader = textOf(archive, 'dist/desktop/attachment-process.mjs');
    // What reads PDFs, ZIP files and calendars is in it.
    for (const library of ['PDFDocument', 'yauzl', 'VCALENDAR']) expect(reader).toContain(library);
    for (const path of paths) {
      expect(path).toMatch(/^(package\.json|dist\/(desktop|renderer)\/)/);
      expect(path).not.toMatch(/\.map$|\.tsx?$|node_modules|\btests?\b/);
    }
    expect(JSON.parse(textOf(archive, 'package.json'))).not.toHaveProperty('scripts');
    expect(existsSync(join(app, 'resources/default_app.asar'))).toBe(false);
  });

  test('brings its licences and those of everything in it', () => {
    const read = (path: string) => readFileSync(join(app, path), 'utf8');
    expect(read('resources/licences/LICENSE.txt')).toContain('MIT');
    const others = read('resources/licences/THIRD-PARTY.txt');
    // A font is no code, and has a licence all the same.
    expect(others).toContain('@fontsource-variable/inter');
    for (const name of ['react-dom', 'zod', 'postal-mime']) expect(others).toContain(`\n${name} `);
    expect(read('LICENSES.chromium.html')).toContain('Chromium');
    expect(read('LICENSE.electron.txt')).toContain('Permission is hereby granted');
  });

  test('shows its window, archives an account and shows its mail', { timeout: longest }, () =>
    onDesktop(async session => {
      const server = await startAccount();
      const started = await startApp(session, [program]);
      try {
        await expect
          .poll(() => windowTitles(session))
          .toContainEqual(expect.stringMatching('Mailstow'));
        await archiveAccount(started.page, server.port, session.home);
        expect(server.faults).toEqual([]);
      } finally {
        await started.close();
        await server.stop();
      }
    }),
  );

  const untraced = tracingMissing();
  test.skipIf(untraced !== undefined)(
    'its first start sends nothing anywhere',
    { timeout: longest },
    () =>
      onDesktop(async session => {
        const trace = join(session.home, 'trace');
        const [first, ...rest] = asOrdinaryUser([...tracingSendsInto(trace), program]);
        const env = { ...session.env };
        const traced = spawn(first, rest, { stdio: 'ignore', detached: true, env });
        const ended = once(traced, 'exit');
        try {
          const isShown = () => windowTitles(session).some(title => title.endsWith('– Mailstow'));
          await expect.poll(isShown, { timeout: longest / 2, interval: 200 }).toBe(true);
          // What is put off until the window stands comes after it.
          await new Promise(resolve => setTimeout(resolve, 5_000));
        } finally {
          if (traced.pid !== undefined) process.kill(-traced.pid, 'SIGKILL');
          await ended;
        }
        expect(sendsSeen(trace)).toBeGreaterThan(10);
        expect(sendsElsewhere(trace)).toEqual([]);
      }),
  );

  const isRoot = process.getuid?.() === 0;
  // Without a switch it is Chromium that says it, before the app is asked.
  test.skipIf(!isRoot).each([[[]], [['--no-sandbox']]])(
    'started by root it says so and ends: %j',
    args => {
      const home = mkdtempSync(join(tmpdir(), 'mailstow-root-'));
      const { status, stderr } = spawnSync(program, args, {
        encoding: 'utf8',
        env: { PATH: process.env.PATH, HOME: home, DISPLAY: ':0' },
        timeout: 20_000,
      });
      rmSync(home, { recursive: true });
      expect(status).not.toBe(0);
      expect(stderr).toMatch(/\broot\b/i);
    },
  );
});
