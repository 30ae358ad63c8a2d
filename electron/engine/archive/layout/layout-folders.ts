import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defaults } from '../../../../shared/defaults.ts';
import { levelsOf, type MailboxName } from '../../mailbox-name.ts';
import { entriesIn } from '../disk/folder-entries.ts';
import { addFile, noFiles } from './file-sum.ts';
import { isHeader, type MessageKind } from './kind.ts';
import {
  type FilePlace,
  type FoundFile,
  type Layout,
  type MailboxLayout,
  type NameHints,
  parseUid,
  type Unassigned,
} from './layout.ts';
import type { NameRegistry } from './name-registry.ts';
import {
  beginningOf,
  cutComponent,
  encodeComponent,
  isShortened,
  longestComponent,
  longestPath,
  type Room,
  roomOf,
} from './safe-name.ts';

/** Bytes of a subject in a file name: enough to know the message by. */
const subjectBytes = 120;
/** Characters that are left to a subject however deep the folder: only folders of the first landing are so deep. */
const leastSubject = 20;
/** What stands around a subject: `2024-03-01 0912 ` before it, ` [4294967295]` behind it. */
const aroundSubject = 16 + 13;
/** Subjects are put into normal form up to here: no name holds more of them. */
const subjectHead = 1_000;

/** Characters of a mailbox's folder, with all above it; the rest of a path is its messages’ names. */
const longestFolder = 120;
/** Characters of it that are kept for levels which do not fit, as one. */
const roomForRest = 40;
/** A level may get {@link FoldersLayout.#apart}'s escape. */
const levelBytes = longestComponent - 2;

const kinds: readonly MessageKind[] = ['full', 'header'];

/** The mailbox hierarchy as folders, a message as `2024-03-01 0912 Subject [1717].eml`: its own time, else its arrival in UTC. */
export class FoldersLayout implements Layout {
  readonly #folder: string;
  readonly #extension: string;
  readonly #names: NameRegistry;
  readonly extras: string | undefined;

  constructor(folder: string, extension: string, names: NameRegistry) {
    this.#folder = folder;
    this.#extension = extension;
    this.#names = names;
    this.extras = names.reserve('', defaults.extrasFolder) ? defaults.extrasFolder : undefined;
  }

  mailbox(name: MailboxName): MailboxLayout {
    const folder = this.#folderOf(name);
    const path = join(this.#folder, folder);
    const files = () => this.#filesIn(path);
    return {
      folder,
      container: folder,
      derived: false,
      kinds,
      // The unseen are kept with all others.
      keptAs: kind => (isHeader(kind) ? 'header' : 'full'),
      nameOf: (kind, uid, hints) => {
        const ending = this.#ending(kind);
        const left = longestPath - folder.length - 1 - aroundSubject - ending.length;
        const room = { bytes: subjectBytes, characters: Math.max(left, leastSubject) };
        return `${title(hints, room)} [${uid}]${ending}`;
      },
      renamed: (name, kind, uid) => {
        const title = name.slice(0, name.lastIndexOf('['));
        return `${title}[${uid}]${this.#ending(kind)}`;
      },
      files,
      sum: () => {
        let sum = noFiles;
        for (const { uid } of files()) sum = addFile(sum, uid);
        return sum;
      },
    };
  }

  unassigned(): Unassigned[] {
    return [...this.#unassignedBelow('')];
  }

  /** Nothing is shared: each mailbox has a folder of its own. */
  refresh(): void {}

  placeOf(path: string): FilePlace | undefined {
    const end = path.lastIndexOf('/');
    const found = this.parse(path.slice(end + 1));
    return end < 0 || found === undefined ? undefined : { container: path.slice(0, end), ...found };
  }

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

  *#filesIn(path: string): Iterable<FoundFile> {
    for (const entry of entriesIn(this.#folder, path)) {
      const found = entry.isFile() ? this.parse(entry.name) : undefined;
      if (found !== undefined) yield { kind: found.kind, uid: found.uid, name: entry.name };
    }
  }

  #ending(kind: MessageKind): string {
    return isHeader(kind) ? `.headers${this.#extension}` : this.#extension;
  }

  /**
   * A folder a level. Where that gets too long, the levels that do not fit are one folder, cut, with the hash of all of
   * them at its end; what the first landing made of such a mailbox goes on.
   */
  #folderOf(name: MailboxName): string {
    const levels = levelsOf(name);
    const kept = levelsThatFit(levels);
    if (kept === levels.length) return this.#folderBelow('', levels);
    const before = this.#folderOfFirstLanding(levels);
    if (before !== undefined) return before;
    const parent = this.#folderBelow('', levels.slice(0, kept));
    const rest = levels.slice(kept).join(name.delimiter ?? '');
    return this.#folderBelow(parent, [rest], longestFolder - parent.length - 1);
  }

  #folderBelow(top: string, levels: readonly string[], characters = levelBytes): string {
    let folder = top;
    for (const level of levels) {
      const parent = folder;
      const room = { bytes: levelBytes, characters };
      const component = this.#names.component(parent, level, room, () => this.#foldersIn(parent));
      folder = below(parent, this.#apart(component));
    }
    return folder;
  }

  /** @returns undefined where there is none on disk */
  #folderOfFirstLanding(levels: readonly string[]): string | undefined {
    let folder = '';
    const shortened: [parent: string, level: string][] = [];
    for (const level of levels) {
      const component = this.#names.known(folder, level) ?? cutComponent(level, roomOf(levelBytes));
      if (isShortened(component)) shortened.push([folder, level]);
      folder = below(folder, this.#apart(component));
      if (!existsSync(join(this.#folder, folder))) return undefined;
    }
    // So that it is known whose they are, also where that was lost.
    for (const [parent, level] of shortened) this.#folderBelow(parent, [level]);
    return folder;
  }

  /** Goes down into folders of mailboxes alone: what else the owner keeps here is not looked through. */
  *#unassignedBelow(parent: string): Iterable<Unassigned> {
    for (const component of this.#foldersIn(parent)) {
      const folder = below(parent, component);
      if (this.#names.nameOf(parent, component) !== undefined) yield* this.#unassignedBelow(folder);
      else if (isShortened(component)) {
        const files = this.#filesBelow(folder);
        if (files > 0) yield { component: folder, files };
      }
    }
  }

  #filesBelow(folder: string): number {
    let files = 0;
    for (const entry of entriesIn(this.#folder, join(this.#folder, folder))) {
      if (entry.isDirectory()) files += this.#filesBelow(below(folder, entry.name));
      else if (entry.isFile() && this.parse(entry.name) !== undefined) files += 1;
    }
    return files;
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

/** How many levels, from the top, have folders of their own. */
function levelsThatFit(levels: readonly string[]): number {
  let length = -1;
  let kept = 0;
  for (const [index, level] of levels.entries()) {
    length += 1 + encodeComponent(level, longestFolder * 4).length;
    if (length <= longestFolder - roomForRest) kept = index + 1;
    if (length > longestFolder) return kept;
  }
  return levels.length;
}

function below(parent: string, component: string): string {
  return parent === '' ? component : `${parent}/${component}`;
}

function title({ internalDate, ownTime, subject = '' }: NameHints, room: Room): string {
  const words = subject.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  const head = words.slice(0, subjectHead).normalize('NFC');
  const shortened = head === '' ? 'no subject' : beginningOf(head + words.slice(subjectHead), room);
  return `${date(ownTime ?? internalDate)} ${shortened}`;
}

function date(time: number | undefined): string {
  if (time === undefined) return 'undated';
  const text = new Date(time).toISOString();
  return `${text.slice(0, 10)} ${text.slice(11, 13)}${text.slice(14, 16)}`;
}
