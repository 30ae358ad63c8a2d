import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const programs: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

/** Folder of the Electron package; undefined where it is not installed. */
export function electronPackage(): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  } catch {
    return undefined;
  }
}

/**
 * The program of the Electron package, looked for without the package's own code, which would begin a
 * download.
 * @param folder of the package
 * @returns undefined where it is not there, or of another version than the package
 */
export function findRuntime(
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): string | undefined {
  const override = env.ELECTRON_OVERRIDE_DIST_PATH;
  const home = override ?? join(folder, 'dist');
  const program = join(home, textOf(join(folder, 'path.txt')) ?? programs[platform] ?? 'electron');
  if (!existsSync(program)) return undefined;
  if (override !== undefined) return program;
  const version = textOf(join(home, 'version'))?.replace(/^v/, '');
  const { version: wanted } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return version === wanted ? program : undefined;
}

/** @returns undefined for no file, and for one with nothing in it */
function textOf(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  return readFileSync(path, 'utf8').trim() || undefined;
}
