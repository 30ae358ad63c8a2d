import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type InlineConfig } from 'vite';
import { desktopBuilds } from './desktop-builds.ts';
import { intoPlace } from './into-place.ts';
import { BundledPackages } from './notices/bundled-packages.ts';
import { notices } from './notices/notices.ts';

const project = resolve(import.meta.dirname, '..');

/**
 * Builds all that the desktop app consists of: its programs, the window, the licences. What is there stays until all
 * of it is made.
 * @param folder gets `desktop`, `renderer` and `licences`
 */
export function buildDesktop(
  folder: string,
  builds: readonly InlineConfig[] = desktopBuilds(),
): Promise<void> {
  return intoPlace(folder, async beside => {
    const packages = new BundledPackages();
    const configFile = join(project, 'vite.config.ts');
    const window: InlineConfig = { configFile, logLevel: 'warn' };
    await build(into(join(beside, 'renderer'), window, packages));
    for (const each of builds) await build(into(join(beside, 'desktop'), each, packages));
    writeLicences(join(beside, 'licences'), packages);
  });
}

function into(outDir: string, config: InlineConfig, packages: BundledPackages): InlineConfig {
  const plugins = [...(config.plugins ?? []), packages.plugin()];
  return { ...config, plugins, build: { ...config.build, outDir } };
}

function writeLicences(folder: string, packages: BundledPackages): void {
  mkdirSync(folder);
  copyFileSync(join(project, 'LICENSE'), join(folder, 'LICENSE.txt'));
  writeFileSync(join(folder, 'THIRD-PARTY.txt'), notices(packages.folders));
}
