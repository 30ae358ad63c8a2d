import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ArchiveReader } from '../archive/archive-reader.ts';
import type { MessageKind } from '../archive/layout/kind.ts';
import type { MailboxLayout } from '../archive/layout/layout.ts';
import { filePath } from '../catalog/message-file.ts';

/** A message's file, as the catalog has it. */
export interface FileOf {
  readonly mailbox: string;
  readonly kind: string;
  readonly uid: number;
  readonly name: string | undefined;
}

/** Where the files of messages are. */
export class StoredFiles {
  readonly #archive: ArchiveReader;
  readonly #layouts = new Map<string, MailboxLayout>();
  /** Of mailboxes of which a file was not where it should be: what their files are called now. */
  readonly #renamed = new Map<string, ReadonlyMap<string, string>>();

  constructor(archive: ArchiveReader) {
    this.#archive = archive;
  }

  /** @returns absolute; a person may have called the file as they like, as long as its number stays */
  pathOf({ mailbox, kind, uid, name }: FileOf): string {
    const layout = this.#layoutOf(mailbox);
    const its = name === undefined ? { uid } : { uid, name };
    const usual = join(this.#archive.folder, filePath(layout, kind as MessageKind, its));
    if (existsSync(usual)) return usual;
    const now = this.#namesIn(mailbox, layout).get(`${kind} ${uid}`);
    return now === undefined ? usual : join(this.#archive.folder, now);
  }

  #layoutOf(mailbox: string): MailboxLayout {
    const layout = this.#layouts.get(mailbox) ?? this.#archive.layoutOf(mailbox);
    this.#layouts.set(mailbox, layout);
    return layout;
  }

  #namesIn(mailbox: string, layout: MailboxLayout): ReadonlyMap<string, string> {
    const known = this.#renamed.get(mailbox);
    if (known !== undefined) return known;
    const names = new Map<string, string>();
    for (const file of layout.files()) {
      names.set(`${file.kind} ${file.uid}`, filePath(layout, file.kind, file));
    }
    this.#renamed.set(mailbox, names);
    return names;
  }
}
