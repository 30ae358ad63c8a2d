import type { DatabaseSync } from 'node:sqlite';
import { fold } from '../../../shared/search/fold.ts';
import { folderMeant } from '../../../shared/search/folder-meant.ts';
import { numberIn, textIn } from '../catalog/columns.ts';

/** Names in queries, as the catalog has them. */
export class CatalogNames {
  readonly #database: DatabaseSync;
  readonly #delimiterOf: (mailbox: string) => string | null | undefined;

  /** @param delimiterOf what separates the levels of a mailbox's name; undefined where nobody knows */
  constructor(database: DatabaseSync, delimiterOf: (mailbox: string) => string | null | undefined) {
    this.#database = database;
    this.#delimiterOf = delimiterOf;
  }

  /** The one of exactly this name. */
  mailbox(name: string): number[] {
    return this.#all()
      .filter(each => each.name === name)
      .map(({ id }) => id);
  }

  /** Those that a person may mean, with the ones inside them. */
  mailboxesLike(text: string): number[] {
    const isMeant = folderMeant(text);
    return this.#all()
      .filter(({ name }) => isMeant(name, this.#delimiterOf(name)))
      .map(({ id }) => id);
  }

  label(text: string): number | undefined {
    const row = this.#database
      .prepare('SELECT id FROM catalog.labels WHERE key = ?')
      .get(fold(text).trim());
    return row === undefined ? undefined : numberIn(row, 'id');
  }

  #all(): { id: number; name: string }[] {
    const rows = this.#database.prepare('SELECT id, name FROM catalog.mailboxes').all();
    return rows.map(row => ({ id: numberIn(row, 'id'), name: textIn(row, 'name') }));
  }
}
