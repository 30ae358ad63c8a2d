import { join } from 'node:path';
import { defaults } from '../../../../shared/defaults.ts';
import type { LayoutName } from '../../../../shared/model/run.ts';
import { readSpare, writeUnlessSame } from '../disk/cache-file.ts';
import { checkFolder, namesIfThere } from '../disk/guarded-files.ts';
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

/** Rises when an earlier version would do harm to an archive of this one; 1 is that of the first landing. */
const version = 2;

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

/** Whether a later version of Mailstow made the archive: this one only reads it. */
export function isOfLaterVersion(folder: string): boolean {
  const path = join(folder, defaults.ownFolder, fileName);
  return (readSpare(path, isVersioned)?.version ?? 1) > version;
}

/**
 * @param own the archive's own folder
 * @returns whether what is there is already kept from other users of the computer; undefined where no version with
 *   that rule has been here
 */
export function readPrivacy(own: string): boolean | undefined {
  return readSpare(join(own, fileName), isVersioned)?.private;
}

/** @param own the archive's own folder */
export function recordFormat(own: string, format: ArchiveFormat, isPrivate: boolean): void {
  const { layout, extension } = format;
  writeUnlessSame(
    join(own, fileName),
    `${JSON.stringify({ version, layout, extension, private: isPrivate })}\n`,
  );
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

function isVersioned(value: unknown): value is { version?: number; private?: boolean } {
  if (typeof value !== 'object' || value === null) return false;
  const { version, private: privacy }: { version?: unknown; private?: unknown } = value;
  return (
    (version === undefined || typeof version === 'number') &&
    (privacy === undefined || typeof privacy === 'boolean')
  );
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
  const marks = [...defaults.uidValidityFiles, defaults.ownFolder, defaults.extrasFolder];
  return marks.some(name => names.includes(name))
    ? { layout: 'folders', extension: defaults.extensionInFolders }
    : undefined;
}
