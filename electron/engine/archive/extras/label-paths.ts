import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import {
  beginning,
  cutComponent,
  encodeComponent,
  foldComponent,
  longestComponent,
  longestPath,
  roomOf,
  withHash,
} from '../layout/safe-name.ts';

/** Characters of a label's folder; the rest of a path is the messages' names. */
const longestLabel = 60;

/** Gives every label a folder of its own, on every system: `Work/2024` is two, one in the other. */
export class LabelPaths {
  readonly #folders = new Map<string, string>();
  readonly #taken = new Set<string>();

  /** @returns relative, with `/` between folders */
  folderOf(label: string): string {
    const known = this.#folders.get(label);
    if (known !== undefined) return known;
    const plain = plainFolder(label);
    const room = { bytes: longestComponent, characters: longestLabel };
    const candidates = [plain, withHash(label, room), cutComponent(label, roomOf(0))];
    const folder = candidates.find(each => !this.#taken.has(foldComponent(each))) ?? plain;
    this.#folders.set(label, folder);
    this.#taken.add(foldComponent(folder));
    return folder;
  }
}

/** Labels of Gmail's own begin with a backslash (`\Important`), which says nothing to people. */
function plainFolder(label: string): string {
  const levels = label.replace(/^\\(?=.)/, '').split('/');
  const folder = levels.map(level => encodeComponent(level, longestComponent)).join('/');
  const fits = folder.length <= longestLabel;
  return fits ? folder : cutComponent(label, { bytes: longestComponent, characters: longestLabel });
}

/** The names that a link may get in a folder, the wished one first. */
export function linkNames(folder: string, path: string): string[] {
  const name = basename(path);
  const ending = extname(name);
  const characters = longestPath - folder.length - 1;
  const hash = `~${createHash('sha256').update(path).digest('hex').slice(0, 16)}`;
  const room = { bytes: longestComponent, characters };
  const stem = name.slice(0, name.length - ending.length);
  const hashed = `${beginning(stem, room, hash.length + ending.length)}${hash}${ending}`;
  return name.length <= characters ? [name, hashed] : [hashed];
}
