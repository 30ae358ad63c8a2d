import { defaults } from '../../../../shared/defaults.ts';
import type { MailboxName } from '../../mailbox-name.ts';
import { entriesIn } from '../disk/folder-entries.ts';
import { addFile, addFiles, type FileSum, noFiles } from './file-sum.ts';
import { type MessageKind, messageKinds } from './kind.ts';
import {
  type FilePlace,
  type Layout,
  type MailboxLayout,
  parseUid,
  type Unassigned,
} from './layout.ts';
import type { NameRegistry } from './name-registry.ts';
import {
  decodeComponent,
  isShortened,
  longestComponent,
  longestPath,
  type Room,
} from './safe-name.ts';

/** `MSG_new_header_` before the mailbox, `_4294967295` behind it. */
const aroundMailbox = 15 + 11;
/** Bytes of the longest ending. */
const longestEnding = 29;
/** Characters that {@link markKindLike} adds. */
const mark = 2;

/** A mailbox called `new_…` or `header_…` would read as another kind (in any case: some disks do not tell). */
const kindLike = /^(new|header)_/i;

const prefixes: Record<MessageKind, string> = {
  full: 'MSG_',
  header: 'MSG_header_',
  new: 'MSG_new_',
  new_header: 'MSG_new_header_',
};

/** The names that the first imapcl gave: `MSG_<mailbox>_<uid>.txt`, all mailboxes in one folder. */
export class FlatLayout implements Layout {
  readonly #folder: string;
  readonly #extension: string;
  readonly #names: NameRegistry;
  /** No mailbox has a folder. */
  readonly extras = defaults.extrasFolder;
  #shared: Listing | undefined;
  #sums: Map<string, FileSum> | undefined;
  /** Counts how often the folder was to be read again. */
  #reading = 0;

  constructor(folder: string, extension: string, names: NameRegistry) {
    this.#folder = folder;
    this.#extension = extension;
    this.#names = names;
  }

  mailbox({ key }: MailboxName): MailboxLayout {
    const container = this.#names.component('', key, this.#room, () => this.#componentsOnDisk());
    const component = markKindLike(container);
    const stem = (kind: MessageKind) => `${prefixes[kind]}${component}`;
    const nameOf = (kind: MessageKind, uid: number) => `${stem(kind)}_${uid}${this.#extension}`;
    let visited: number | undefined;
    const listing = () => {
      const found = visited === this.#reading ? this.#list() : this.#sharedListing();
      visited = this.#reading;
      return found;
    };
    return {
      folder: '',
      container,
      derived: true,
      kinds: messageKinds,
      keptAs: kind => kind,
      nameOf,
      renamed: (_name, kind, uid) => nameOf(kind, uid),
      *files() {
        const found = listing();
        for (const kind of messageKinds) {
          for (const uid of found.get(stem(kind)) ?? []) {
            yield { kind, uid, name: nameOf(kind, uid) };
          }
        }
      },
      sum: () => {
        const sums = this.#sharedSums();
        return messageKinds.reduce((sum, kind) => addFiles(sum, sums.get(stem(kind))), noFiles);
      },
    };
  }

  unassigned(): Unassigned[] {
    const found = new Map<string, number>();
    for (const [stem, { count }] of this.#sharedSums()) {
      const component = componentOf(stem);
      if (!isShortened(component) || this.#names.nameOf('', component) !== undefined) continue;
      found.set(component, (found.get(component) ?? 0) + count);
    }
    return Array.from(found, ([component, files]) => ({ component, files }));
  }

  refresh(): void {
    this.#shared = undefined;
    this.#sums = undefined;
    this.#reading += 1;
  }

  placeOf(path: string): FilePlace | undefined {
    const [stem, uid] = path.includes('/') ? [] : (this.#split(path) ?? []);
    if (stem === undefined || uid === undefined) return undefined;
    return { container: componentOf(stem), kind: kindOf(stem), uid };
  }

  /** What a file name says without any journal; a cut or hashed mailbox is known to the registry alone. */
  parse(name: string): { mailbox: string; kind: MessageKind; uid: number } | undefined {
    const [stem, uid] = this.#split(name) ?? [];
    if (stem === undefined || uid === undefined) return undefined;
    const kind = kindOf(stem);
    const component = componentOf(stem);
    const mailbox = this.#names.nameOf('', component) ?? decodeComponent(component);
    return mailbox === undefined ? undefined : { mailbox, kind, uid };
  }

  get #room(): Room {
    return {
      bytes: longestComponent - aroundMailbox - longestEnding,
      characters: longestPath - aroundMailbox - mark - this.#extension.length,
    };
  }

  #split(name: string): [stem: string, uid: number] | undefined {
    if (!name.startsWith('MSG_') || !name.endsWith(this.#extension)) return undefined;
    const end = name.length - this.#extension.length;
    const separator = name.lastIndexOf('_', end - 1);
    const uid = parseUid(name.slice(separator + 1, end));
    if (uid === undefined || separator <= 'MSG_'.length) return undefined;
    return [name.slice(0, separator).normalize('NFC'), uid];
  }

  /** One reading of the folder serves the first look of every mailbox. */
  #sharedListing(): Listing {
    this.#shared ??= this.#list();
    return this.#shared;
  }

  /** Also one reading for all mailboxes. */
  #sharedSums(): ReadonlyMap<string, FileSum> {
    if (this.#sums !== undefined) return this.#sums;
    const sums = new Map<string, FileSum>();
    this.#read((stem, uid) => sums.set(stem, addFile(sums.get(stem), uid)));
    this.#sums = sums;
    return sums;
  }

  /** UIDs by what stands before them in the names. */
  #list(): Listing {
    const listing: Listing = new Map();
    this.#read((stem, uid) => {
      const uids = listing.get(stem);
      if (uids === undefined) listing.set(stem, [uid]);
      else uids.push(uid);
    });
    return listing;
  }

  #read(visit: (stem: string, uid: number) => void): void {
    for (const { name } of entriesIn(this.#folder, this.#folder)) {
      const parts = this.#split(name);
      if (parts !== undefined) visit(parts[0], parts[1]);
    }
  }

  *#componentsOnDisk(): Iterable<string> {
    for (const stem of this.#sharedListing().keys()) yield componentOf(stem);
  }
}

type Listing = Map<string, number[]>;

function kindOf(stem: string): MessageKind {
  if (stem.startsWith(prefixes.new_header)) return 'new_header';
  if (stem.startsWith(prefixes.new)) return 'new';
  return stem.startsWith(prefixes.header) ? 'header' : 'full';
}

/** What stands for the mailbox. */
function componentOf(stem: string): string {
  return unmarkKindLike(stem.slice(prefixes[kindOf(stem)].length));
}

function markKindLike(component: string): string {
  if (!kindLike.test(component)) return component;
  return `%${component.charCodeAt(0).toString(16).toUpperCase()}${component.slice(1)}`;
}

function unmarkKindLike(component: string): string {
  return component.replace(/^%(4E|6E|48|68)(?=ew_|eader_)/i, (_escape, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
