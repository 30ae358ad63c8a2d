import { join } from 'node:path';
import { levelsOf, type MailboxName } from '../mailbox-name.ts';
import { addFile, noFiles } from './file-sum.ts';
import { entriesIn } from './folder-entries.ts';
import { isHeader, type MessageKind } from './kind.ts';
import { type Layout, type MailboxLayout, type NameHints, parseUid } from './layout.ts';
import type { NameRegistry } from './name-registry.ts';
import { encodeComponent, firstBytes, longestComponent } from './safe-name.ts';

/** Bytes of a subject in a file name: enough to know the message by, short enough for deep folders on Windows. */
const subjectLimit = 120;

const kinds: readonly MessageKind[] = ['full', 'header'];

/** The mailbox hierarchy as folders, a message as `2024-03-01 0912 Subject [1717].eml`. Times are UTC. */
export class FoldersLayout implements Layout {
  readonly #folder: string;
  readonly #extension: string;
  readonly #names: NameRegistry;

  constructor(folder: string, extension: string, names: NameRegistry) {
    this.#folder = folder;
    this.#extension = extension;
    this.#names = names;
  }

  mailbox(name: MailboxName): MailboxLayout {
    const folder = this.#folderOf(levelsOf(name));
    const path = join(this.#folder, folder);
    const eachFile: MailboxLayout['eachFile'] = visit => {
      for (const entry of entriesIn(this.#folder, path)) {
        const found = entry.isFile() ? this.parse(entry.name) : undefined;
        if (found !== undefined) visit(found.kind, found.uid, entry.name);
      }
    };
    return {
      folder,
      derived: false,
      kinds,
      // The unseen are kept with all others.
      keptAs: kind => (isHeader(kind) ? 'header' : 'full'),
      nameOf: (kind, uid, hints) => `${title(hints)} [${uid}]${this.#ending(kind)}`,
      renamed: (name, kind, uid) => {
        const title = name.slice(0, name.lastIndexOf('['));
        return `${title}[${uid}]${this.#ending(kind)}`;
      },
      eachFile,
      sum: () => {
        let sum = noFiles;
        eachFile((_kind, uid) => {
          sum = addFile(sum, uid);
        });
        return sum;
      },
    };
  }

  /** Nothing is shared: each mailbox has a folder of its own. */
  refresh(): void {}

  /** What a file name says without any journal. */
  parse(name: string): { kind: MessageKind; uid: number } | undefined {
    for (const kind of ['header', 'full'] as const) {
      const ending = `]${this.#ending(kind)}`;
      if (!name.endsWith(ending)) continue;
      const end = name.length - ending.length;
      const uid = parseUid(name.slice(name.lastIndexOf('[', end) + 1, end));
      return uid === undefined ? undefined : { kind, uid };
    }
    return undefined;
  }

  #ending(kind: MessageKind): string {
    return isHeader(kind) ? `.headers${this.#extension}` : this.#extension;
  }

  #folderOf(parts: readonly string[]): string {
    let folder = '';
    for (const part of parts) {
      const parent = folder;
      const component = this.#names.component(parent, part, longestComponent - 2, () =>
        this.#foldersIn(parent),
      );
      folder = folder === '' ? this.#apart(component) : `${folder}/${this.#apart(component)}`;
    }
    return folder;
  }

  /** A mailbox that is called like a message file gets its last character escaped, so that neither is in the other's way. */
  #apart(component: string): string {
    if (this.parse(component) === undefined) return component;
    const last = component
      .charCodeAt(component.length - 1)
      .toString(16)
      .toUpperCase();
    return `${component.slice(0, -1)}%${last}`;
  }

  #foldersIn(parent: string): string[] {
    return [...entriesIn(this.#folder, join(this.#folder, parent))]
      .filter(entry => entry.isDirectory())
      .map(entry => entry.name.normalize('NFC'));
  }
}

function title({ internalDate, subject }: NameHints): string {
  const words = (subject ?? '')
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  const shortened = firstBytes(words === '' ? 'no subject' : encodeComponent(words), subjectLimit);
  return `${date(internalDate)} ${shortened}`;
}

function date(internalDate: number | undefined): string {
  if (internalDate === undefined) return 'undated';
  const text = new Date(internalDate).toISOString();
  return `${text.slice(0, 10)} ${text.slice(11, 13)}${text.slice(14, 16)}`;
}
