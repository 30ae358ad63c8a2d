import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaults } from '../../../shared/defaults.ts';
import type { Layout as LayoutName } from '../../../shared/model/run.ts';
import { replaceUnsynced } from './atomic-file.ts';
import type { Layout } from './layout.ts';
import { FlatLayout } from './layout-flat.ts';
import { FoldersLayout } from './layout-folders.ts';
import type { NameRegistry } from './name-registry.ts';

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
  return recorded(join(folder, defaults.ownFolder, fileName)) ?? guessed(folder);
}

/** @param own the archive's own folder */
export function recordFormat(own: string, { layout, extension }: ArchiveFormat): void {
  const path = join(own, fileName);
  const before = recorded(path);
  if (before?.layout === layout && before.extension === extension) return;
  replaceUnsynced(path, `${JSON.stringify({ layout, extension })}\n`);
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

/** Damaged is as good as not there: the next run writes it anew. */
function recorded(path: string): ArchiveFormat | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof value !== 'object' || value === null) return undefined;
    if (!('layout' in value) || !('extension' in value)) return undefined;
    const { layout, extension } = value;
    if (layout !== 'flat' && layout !== 'folders') return undefined;
    return typeof extension === 'string' ? { layout, extension } : undefined;
  } catch {
    return undefined;
  }
}

function guessed(folder: string): ArchiveFormat | undefined {
  const names = namesIn(folder);
  for (const name of names) {
    const [, extension] = /^MSG_.+_[1-9][0-9]{0,9}(\.[A-Za-z0-9_-]{1,27})?$/.exec(name) ?? [];
    if (extension !== undefined) return { layout: 'flat', extension };
  }
  const isArchive = [...defaults.uidValidityFiles, defaults.ownFolder].some(name =>
    names.includes(name),
  );
  return isArchive ? { layout: 'folders', extension: defaults.extensionInFolders } : undefined;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
