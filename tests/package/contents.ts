import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';

// What electron-builder packs with, of the same versions.
const builder = createRequire(
  createRequire(import.meta.url).resolve('electron-builder/package.json'),
);
const library = createRequire(builder.resolve('app-builder-lib/package.json'));

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>;
  readonly unpacked?: boolean;
  readonly link?: string;
  readonly integrity?: { readonly algorithm: string; readonly hash: string };
}
interface Asar {
  getRawHeader(archive: string): { readonly header: Entry };
  extractFile(archive: string, path: string): Buffer;
  createPackage(folder: string, archive: string): Promise<void>;
}
interface Fuses {
  readonly FuseV1Options: Readonly<Record<string, string | number>>;
  getCurrentFuseWire(program: string): Promise<Readonly<Record<string, number>>>;
}

/** Paths of all files in an asar, each with whether it is as the archive's own sums say. */
export function filesOf(archive: string): Map<string, boolean> {
  const asar: Asar = library('@electron/asar');
  const files = new Map<string, boolean>();
  const walk = (entry: Entry, path: string) => {
    for (const [name, inner] of Object.entries(entry.files ?? {})) walk(inner, `${path}${name}/`);
    if (entry.files !== undefined || entry.link !== undefined) return;
    const name = path.slice(0, -1);
    const content = entry.unpacked ? undefined : asar.extractFile(archive, name);
    const { algorithm = '', hash } = entry.integrity ?? {};
    const sum =
      content &&
      createHash(algorithm.toLowerCase() || 'sha256')
        .update(content)
        .digest('hex');
    files.set(name, content === undefined || sum === hash);
  };
  walk(asar.getRawHeader(archive).header, '');
  return files;
}

export function textOf(archive: string, path: string): string {
  return (library('@electron/asar') as Asar).extractFile(archive, path).toString();
}

export function packAsar(folder: string, archive: string): Promise<void> {
  return (library('@electron/asar') as Asar).createPackage(folder, archive);
}

/** The switches that are burned into a program, by the names that electron-builder has for them. */
export async function fusesOf(program: string): Promise<Record<string, boolean>> {
  const { FuseV1Options, getCurrentFuseWire }: Fuses = library('@electron/fuses');
  const wire = await getCurrentFuseWire(program);
  const on = '1'.charCodeAt(0);
  return Object.fromEntries(
    Object.entries(FuseV1Options)
      .filter(([, at]) => typeof at === 'number')
      .map(([name, at]) => [name, wire[at] === on]),
  );
}
