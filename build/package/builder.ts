import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type AfterPackContext, Arch, build, type Configuration, Platform } from 'electron-builder';
import type { RuntimeAtHand } from './runtime-at-hand.ts';

/** Where electron-builder takes from and puts to. */
export interface Job {
  /** With package.json, `build` and what was built in `dist`. */
  readonly project: string;
  readonly output: string;
  /** Without one it is downloaded. */
  readonly runtime: RuntimeAtHand | undefined;
  /** Address that new versions are looked for at; without one the app does not offer to look. */
  readonly feed: string | undefined;
  /** Of the deb; a test does not wait for the smallest. */
  readonly compression?: 'xz' | 'none';
  /** What is different from build/electron-builder.yml. */
  readonly changes?: Configuration;
}

const machine = process.arch === 'arm64' ? Arch.arm64 : Arch.x64;

/** What build/electron-builder.yml has for these: with a processor given, names have to be given too. */
export const packages = { win32: ['nsis', 'portable'], darwin: ['dmg', 'zip'] } as const;

/** The app in a folder, for this machine. @returns on Linux, the folder */
export async function packFolder(job: Job): Promise<string> {
  await run(job, Platform.current().createTarget('dir', machine));
  return join(job.output, machine === Arch.x64 ? 'linux-unpacked' : 'linux-arm64-unpacked');
}

/** @param folder with the app, as `packFolder` made it */
export function packAppImage(job: Job, folder: string): Promise<void> {
  return run(job, Platform.LINUX.createTarget('AppImage', machine), { prepackaged: folder });
}

/** Everything that build/electron-builder.yml names for this system; of a runtime at hand, for this processor alone. */
export function packAll(job: Job): Promise<void> {
  const { platform } = process;
  const system = Platform.current();
  const names = platform === 'win32' ? packages.win32 : packages.darwin;
  return run(
    job,
    job.runtime === undefined ? system.createTarget() : system.createTarget([...names], machine),
  );
}

async function run(
  { project, output, runtime, feed, changes }: Job,
  targets: ReturnType<Platform['createTarget']>,
  more: { readonly prepackaged?: string } = {},
): Promise<void> {
  await build({
    projectDir: project,
    publish: 'never',
    targets,
    ...more,
    config: {
      extends: join(project, 'build/electron-builder.yml'),
      ...runtime,
      ...(feed === undefined ? {} : { publish: { provider: 'generic', url: feed } }),
      afterPack: withoutDefaultApp,
      ...changes,
      directories: { output },
    },
  });
}

/** A runtime that was downloaded is freed of them by electron-builder itself. */
async function withoutDefaultApp({ appOutDir, packager }: AfterPackContext): Promise<void> {
  rmSync(join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true });
  rmSync(join(appOutDir, 'version'), { force: true });
}
