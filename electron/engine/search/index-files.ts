import { randomBytes } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cachePlace } from '../catalog/cache-place.ts';
import { catalogPath, endings, removeFiles } from '../catalog/database.ts';
import { content, format } from './index-tables.ts';

/**
 * The files of an index are called `search-FORMAT-CONTENT-XXXXXXXX.sqlite`. None takes another's name, because whoever
 * closes a database last takes away what lies beside it by its name: an index that is made anew is another file, and
 * those who still ask the old one do no harm.
 */
const fileName = /^search-(\d{1,6})-(\d{1,6})-[0-9a-f]{8}\.sqlite$/;

/** Where the index of an archive is kept, beside its catalog. */
export interface IndexPlace {
  readonly folder: string;
  readonly catalog: string;
}

/** @returns undefined where neither can be kept on a disk */
export function indexPlace(archive: string, spare: string | undefined): IndexPlace | undefined {
  const folder = cachePlace(archive, spare);
  const catalog = catalogPath(archive, spare);
  return folder === undefined || catalog === undefined ? undefined : { folder, catalog };
}

/** Those of this format, of today's content first. */
export function indexFiles({ folder }: IndexPlace): { path: string; isCurrent: boolean }[] {
  const found = namesIn(folder).flatMap(name => {
    const [, its, content] = fileName.exec(name) ?? [];
    if (Number(its) !== format) return [];
    return [{ path: join(folder, name), content: Number(content) }];
  });
  return found
    .sort((a, b) => b.content - a.content || (a.path < b.path ? -1 : 1))
    .filter(file => file.content <= content)
    .map(file => ({ path: file.path, isCurrent: file.content === content }));
}

/** Another one where the catalog was made again. */
export function catalogStamp({ catalog }: IndexPlace): string {
  const { ino, birthtimeMs } = statSync(catalog, { throwIfNoEntry: false }) ?? {};
  return JSON.stringify([ino, birthtimeMs]);
}

/** Another one also where other files of the index are there. */
export function stampOf(place: IndexPlace): string {
  return JSON.stringify([catalogStamp(place), indexFiles(place)]);
}

export function newIndexFile({ folder }: IndexPlace): string {
  const random = randomBytes(4).toString('hex');
  return join(folder, `search-${format}-${content}-${random}.sqlite`);
}

/** Takes away all of them, or all but one; those of later versions stay for these. */
export function removeIndexes({ folder }: IndexPlace, except?: string): void {
  for (const name of namesIn(folder)) {
    const [, its, itsContent] = fileName.exec(name) ?? [];
    const isLater =
      Number(its) > format || (Number(its) === format && Number(itsContent) > content);
    const path = join(folder, name);
    if (its === undefined || isLater || path === except) continue;
    try {
      removeFiles(path);
    } catch {
      // Windows keeps a file that somebody has open: it goes the next time.
    }
  }
}

/** Bytes on the disk of everything that belongs to the index. */
export function indexBytes(place: IndexPlace): number {
  const names = namesIn(place.folder).filter(name =>
    endings.some(
      ending =>
        name.endsWith(ending) &&
        fileName.test(name.slice(0, name.length - ending.length || undefined)),
    ),
  );
  return names.reduce((sum, name) => {
    return sum + (statSync(join(place.folder, name), { throwIfNoEntry: false })?.size ?? 0);
  }, 0);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
