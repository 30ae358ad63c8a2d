import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { name } from '../../build/deb/control.ts';
import type { Job } from '../../build/package/builder.ts';
import { downloadFailure } from '../../build/package/download-failure.ts';
import { makePackages } from '../../build/package/make-packages.ts';
import { startDesktopSession } from '../electron-runtime/desktop-session.ts';
import { aProject, removeProject } from './a-project.ts';
import { archiveAccount, showLibrary, startAccount } from './archive-an-account.ts';
import { windowTitles } from './desktop-windows.ts';
import { packingRuntime } from './packing.ts';
import { startApp } from './started-app.ts';
import { sumsOf } from './tree-sum.ts';

const longest = 180_000;
const entry = '/usr/share/applications/org.mailstow.mailstow.desktop';

const runtime = packingRuntime();

/** Why a package cannot be installed here, or undefined. */
function missing(): string | undefined {
  if ('missing' in runtime) return runtime.missing;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return 'needs root on Debian';
  if (isInstalled()) return 'it is installed already';
  return undefined;
}
function isInstalled(): boolean {
  const { stdout } = spawnSync('dpkg', ['--status', name], { encoding: 'utf8' });
  return stdout.includes('Status: install ok installed');
}
const why = missing();

describe.skipIf(why !== undefined)(`the package for Debian (${why ?? 'installed'})`, () => {
  let job: Job | undefined;
  let deb: string;
  let failure: unknown;
  let made: readonly string[];
  beforeAll(async () => {
    if ('missing' in runtime) return;
    job = await aProject(runtime, 'http://127.0.0.1:9/updates');
    // A mirror that nobody serves, so that the tools for the AppImage cannot be had.
    vi.stubEnv('ELECTRON_BUILDER_BINARIES_MIRROR', 'http://127.0.0.1:9/');
    vi.stubEnv('ELECTRON_BUILDER_CACHE', join(job.project, 'no-cache'));
    const asked = { unpacked: false };
    failure = await makePackages(asked, job.output, { ...job, compression: 'none' });
    made = readdirSync(job.output).sort();
    deb = join(job.output, made.find(file => file.endsWith('.deb')) ?? 'none');
  }, longest);
  afterAll(() => {
    vi.unstubAllEnvs();
    apt('purge', name);
    if (job !== undefined) removeProject(job);
  });

  test('is made although the tools for the AppImage cannot be downloaded, which is said', () => {
    expect(made).toEqual([
      'linux-unpacked',
      expect.stringMatching(/^mailstow-desktop_[\d.]+_amd64\.deb$/),
    ]);
    expect(downloadFailure(failure)).toMatch(
      /^Could not download the AppImage tools from http:\/\/127\.0\.0\.1:9\/.*ELECTRON_BUILDER_BINARIES_MIRROR/,
    );
  });

  test('names what it is and what it needs', () => {
    const fields = execFileSync('dpkg-deb', ['--field', deb], { encoding: 'utf8' });
    expect(fields).toMatch(/^Package: mailstow-desktop$/m);
    const files = execFileSync('dpkg-deb', ['--contents', deb], { encoding: 'utf8' });
    for (const size of ['16x16', '48x48', '256x256', '512x512']) {
      expect(files).toContain(`/usr/share/icons/hicolor/${size}/apps/mailstow-desktop.png`);
    }
    expect(files).toContain('/usr/share/doc/mailstow-desktop/copyright');
    // Nothing belongs to whoever built it, and no new versions are looked for beside the package manager.
    expect(files).not.toMatch(/^\S+ (?!root\/root)/m);
    expect(files).not.toContain('app-update.yml');
  });

  test(
    'is installed, archives from its menu entry, and leaves mail and settings when it goes',
    async () => {
      installIt();
      const { Exec = '', Icon } = entriesOf(readFileSync(entry, 'utf8'));
      expect(Icon).toBe(name);
      expect(existsSync('/usr/share/doc/mailstow-desktop/copyright')).toBe(true);
      const session = await startDesktopSession();
      const server = await startAccount();
      try {
        const started = await startApp(
          session,
          Exec.split(' ').filter(word => !word.startsWith('%')),
        );
        let folder: string;
        try {
          await expect
            .poll(() => windowTitles(session))
            .toContainEqual(expect.stringMatching('Mailstow'));
          folder = await archiveAccount(started.page, server.port, session.home);
        } finally {
          await started.close();
        }
        const data = `${session.home}/.config`;
        const [mail, settings] = [sumsOf(folder), sumsOf(data)];
        expect(Object.keys(mail).length).toBeGreaterThan(2);
        expect(Object.keys(settings)).toContain(`${data}/Mailstow/accounts.json`);

        expect(apt('remove', name)).toBe(0);
        expect(existsSync(entry)).toBe(false);
        expect(existsSync('/usr/bin/mailstow-desktop')).toBe(false);
        expect(existsSync('/usr/lib/mailstow-desktop')).toBe(false);
        expect(sumsOf(folder)).toEqual(mail);
        expect(sumsOf(data)).toEqual(settings);

        // Installed again, it goes on where it was.
        installIt();
        const again = await startApp(session, ['mailstow-desktop']);
        try {
          await showLibrary(again.page);
        } finally {
          await again.close();
        }
      } finally {
        await server.stop();
        await session.stop();
      }
    },
    longest,
  );

  function installIt(): void {
    expect(apt('install', deb)).toBe(0);
  }
});

function apt(command: 'install' | 'remove' | 'purge', what: string): number | null {
  const options = ['-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=60'];
  const { status, stderr } = spawnSync('apt-get', [...options, command, what], {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) console.error(stderr);
  return status;
}

/** The lines of a desktop entry. */
function entriesOf(text: string): Record<string, string> {
  const lines = text.split('\n').map(line => line.split('=', 2));
  return Object.fromEntries(lines.map(([key = '', value = '']) => [key, value]));
}
