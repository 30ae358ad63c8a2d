import { lstatSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { warningOf } from '../../../../shared/i18n/warning-of.ts';
import type { Warning } from '../../../../shared/model/warning.ts';
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
export function warningOfUnassigned(found: readonly Unassigned[]): Warning | undefined {
  const [first] = found;
  if (first === undefined) return undefined;
  const args = {
    count: found.reduce((sum, each) => sum + each.files, 0),
    name: first.component,
  };
  const more = found.length - 1;
  return more === 0
    ? warningOf('names-lost', { args })
    : warningOf('more-names-lost', { args: { ...args, more } });
}
