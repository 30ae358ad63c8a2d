import { join } from 'node:path';
import { defaults } from '../../../shared/defaults.ts';
import type { Layout as LayoutName } from '../../../shared/model/run.ts';
import { checkFolder, namesIfThere } from './guarded-files.ts';
import type { Layout } from './layout.ts';
import { FlatLayout } from './layout-flat.ts';
import { FoldersLayout } from './layout-folders.ts';
import type { NameRegistry } from './name-registry.ts';
import { readSpare, writeSpare } from './spare-file.ts';

/** How the message files of an archive are named. */
export interface ArchiveFormat {
  readonly layout: LayoutName;
  /** With its dot. */
  readonly extension: string;
}

const fileName = 'format.json';

/**
 * How the files of a folder are named: as the last run recorded it, else as the files themselves look.
 * @returns undefined where the folder is no archive, as far as can be told
 */
export function readFormat(folder: string): ArchiveFormat | undefined {
  const own = join(folder, defaults.ownFolder);
  checkFolder(folder, own);
  return readSpare(join(own, fileName), isFormat) ?? guessed(folder);
}

/** @param own the archive's own folder */
export function recordFormat(own: string, { layout, extension }: ArchiveFormat): void {
  const path = join(own, fileName);
  const before = readSpare(path, isFormat);
  if (before?.layout === layout && before.extension === extension) return;
  writeSpare(path, `${JSON.stringify({ layout, extension })}\n`);
}

export function layoutOf(
  { layout, extension }: ArchiveFormat,
  folder: string,
  names: NameRegistry,
): Layout {
  return layout === 'flat'
    ? new FlatLayout(folder, extension, names)
    : new FoldersLayout(folder, extension, names);
}

function isFormat(value: unknown): value is ArchiveFormat {
  if (typeof value !== 'object' || value === null) return false;
  if (!('layout' in value) || !('extension' in value)) return false;
  const { layout, extension } = value;
  return (layout === 'flat' || layout === 'folders') && typeof extension === 'string';
}

function guessed(folder: string): ArchiveFormat | undefined {
  const names = namesIfThere(folder);
  for (const name of names) {
    const [, extension] = /^MSG_.+_[1-9][0-9]{0,9}(\.[A-Za-z0-9_-]{1,27})?$/.exec(name) ?? [];
    if (extension !== undefined) return { layout: 'flat', extension };
  }
  const isArchive = [...defaults.uidValidityFiles, defaults.ownFolder].some(name =>
    names.includes(name),
  );
  return isArchive ? { layout: 'folders', extension: defaults.extensionInFolders } : undefined;
}
