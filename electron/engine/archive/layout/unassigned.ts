import { lstatSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { MailstowError } from '../../errors.ts';
import { writeUnlessSame } from '../disk/cache-file.ts';
import { errorCode } from '../disk/disk-failure.ts';
import type { Layout, Unassigned } from './layout.ts';

/** What {@link Layout.unassigned} finds; undefined where a folder cannot be read, which its mailbox tells of. */
export function unassignedIn(layout: Layout): Unassigned[] | undefined {
  try {
    return layout.unassigned();
  } catch (error) {
    if (error instanceof MailstowError || errorCode(error) !== undefined) return undefined;
    throw error;
  }
}

/**
 * Whether there may be unassigned files at all: an empty file in the archive's own folder says so, from a loss of the
 * registry of names on, until a look finds none. Runs over a whole registry read no folder for it.
 */
export class LostNames {
  readonly #path: string;
  #areLost: boolean;

  /**
   * @param own the archive's own folder
   * @param areLost the registry has just been found missing or damaged
   */
  constructor(own: string, areLost: boolean) {
    this.#path = join(own, 'names-lost');
    if (areLost) writeUnlessSame(this.#path, '');
    this.#areLost = areLost || lstatSync(this.#path, { throwIfNoEntry: false }) !== undefined;
  }

  unassigned(layout: Layout): Unassigned[] {
    if (!this.#areLost) return [];
    const found = unassignedIn(layout);
    if (found?.length === 0) {
      rmSync(this.#path, { force: true });
      this.#areLost = false;
    }
    return found ?? [];
  }
}

/** @returns undefined where there are none */
export function unassignedWords(found: readonly Unassigned[]): string | undefined {
  const [first] = found;
  if (first === undefined) return undefined;
  const files = found.reduce((sum, each) => sum + each.files, 0);
  const others = found.length > 1 ? ` and ${found.length - 1} more` : '';
  const are = files === 1 ? '1 message file is' : `${files} message files are`;
  return `${are} saved under a shortened name (${first.component}${others}), and Mailstow doesn’t know yet which folder on the server that is; the next run that archives the folder finds out`;
}
