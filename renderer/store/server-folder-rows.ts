import type { ServerFolder } from '../../shared/contract.ts';
import { inboxFirst } from './inbox-first.ts';

export interface ServerFolderRow {
  readonly folder: ServerFolder;
  /** The last level of its name. */
  readonly label: string;
  /** How many folders it lies in. */
  readonly depth: number;
  readonly hasChildren: boolean;
}

/** Folders in the order in which a tree shows them, each below the one it lies in, the inbox first. */
export function serverFolderRows(folders: readonly ServerFolder[]): readonly ServerFolderRow[] {
  const below = new Map<string, ServerFolder[]>();
  for (const folder of inboxFirst(folders, each => each.name)) {
    const parent = pathOf(folder.levels.slice(0, -1));
    const siblings = below.get(parent);
    if (siblings === undefined) below.set(parent, [folder]);
    else siblings.push(folder);
  }
  const rows: ServerFolderRow[] = [];
  const add = (parent: string, depth: number): void => {
    for (const folder of below.get(parent) ?? []) {
      const path = pathOf(folder.levels);
      const label = folder.levels.at(-1) ?? folder.name;
      rows.push({ folder, label, depth, hasChildren: below.has(path) });
      // Of two with one path the second has none: what is below stands under the first.
      const children = below.get(path);
      if (children === undefined || path === parent) continue;
      add(path, depth + 1);
      below.delete(path);
    }
  };
  add(pathOf([]), 0);
  return rows;
}

/** The name of the folder that another one lies in; undefined at the top. */
export function parentOf(
  { levels }: ServerFolder,
  folders: readonly ServerFolder[],
): string | undefined {
  if (levels.length < 2) return undefined;
  const path = pathOf(levels.slice(0, -1));
  return folders.find(each => pathOf(each.levels) === path)?.name;
}

function pathOf(levels: readonly string[]): string {
  return JSON.stringify(levels);
}
