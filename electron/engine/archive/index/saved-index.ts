import { lstatSync } from 'node:fs';
import { join, posix } from 'node:path';
import { warningOf } from '../../../../shared/i18n/warning-of.ts';
import type { Warning } from '../../../../shared/model/warning.ts';
import { readLines } from '../disk/read-lines.ts';
import { MailboxIndex } from '../journal/mailbox-index.ts';
import type { Identity } from '../journal/message-links.ts';
import { storedName } from '../journal/stored-record.ts';
import type { MessageKind } from '../layout/kind.ts';
import type { FilePlace, Layout, MailboxLayout } from '../layout/layout.ts';
import { type IndexRow, isIndexHeading, parseIndexRow } from './index-row.ts';

/** Bytes of a row: ten cells of ours fit in UTF-8, with all their quotes doubled. */
const longestRow = 1024 * 1024;

/** More have no account, and each takes memory. */
const mostFolders = 50_000;

/** In the folder for what is no mailbox. */
export const indexName = 'index.csv';

/**
 * What `index.csv` says of messages whose journal was lost: flags, labels, hashes. It is input from outside: no path of
 * it is opened, its rows only tell of files that were found anyway.
 */
export class SavedIndex {
  /** The keys of the mailboxes that it names. */
  readonly names: ReadonlySet<string>;
  /** Rows that cannot be ours. */
  readonly refused: number;
  /** Its rows by {@link MailboxLayout.container}, paths for names; a file that stands for two messages is there once. */
  readonly #files: ReadonlyMap<string, MailboxIndex>;

  private constructor(names: Set<string>, files: Map<string, MailboxIndex>, refused: number) {
    this.names = names;
    this.#files = files;
    this.refused = refused;
  }

  /** @returns one without rows where there is no such file */
  static read(archive: string, layout: Layout): SavedIndex {
    const names = new Set<string>();
    const files = new Map<string, MailboxIndex>();
    let refused = 0;
    let isFirst = true;
    for (const line of linesOf(archive, layout)) {
      const text = line.replace(/\r$/, '');
      const row = isFirst ? undefined : parseIndexRow(text);
      const place = row && layout.placeOf(row.path);
      const isRoom = names.size < mostFolders && files.size < mostFolders;
      if (row !== undefined && place !== undefined && isRoom) {
        names.add(row.folder);
        keep(row, place, files);
      } else if (!isFirst || !isIndexHeading(text)) refused += 1;
      isFirst = false;
    }
    return new SavedIndex(names, files, refused);
  }

  /**
   * Adds what it says of adopted files to what is known of them, where path and size are theirs.
   * @param told called for each such file
   * @returns their labels, by UID
   */
  tell(
    layout: MailboxLayout,
    index: MailboxIndex,
    told: (kind: MessageKind, uid: number) => void = () => undefined,
  ): [number, Identity][] {
    const saved = this.#files.get(layout.container);
    const labels: [number, Identity][] = [];
    if (saved === undefined) return labels;
    for (const kind of layout.kinds) {
      const stored = index.of(kind);
      for (const uid of stored.adoptedUids()) {
        const row = saved.of(kind).get(uid);
        const message = stored.get(uid);
        if (row === undefined || message === undefined || row.size !== message.size) continue;
        const path = posix.join(layout.folder, storedName(layout, kind, message));
        if (row.name?.normalize('NFC') !== path.normalize('NFC')) continue;
        const { flags, sha256 = message.sha256 } = row;
        stored.put({ ...message, flags, ...(sha256 !== undefined && { sha256 }) });
        stored.setPresent(uid, true);
        stored.setAdopted(uid, true);
        told(kind, uid);
        const identity = saved.elsewhere.identities.get(uid);
        if (identity !== undefined) labels.push([uid, identity]);
      }
    }
    return labels;
  }
}

function* linesOf(archive: string, { extras }: Layout): Iterable<string> {
  if (extras === undefined) return;
  const folder = join(archive, extras);
  const path = join(folder, indexName);
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile()) yield* readLines(path, longestRow);
}

function keep(
  { path, flags, labels, size, sha256 }: IndexRow,
  { container, kind, uid }: FilePlace,
  files: Map<string, MailboxIndex>,
): void {
  const index = files.get(container) ?? new MailboxIndex();
  files.set(container, index);
  const hash = sha256 === undefined ? undefined : Buffer.from(sha256, 'hex').toString('base64url');
  index.of(kind).put({ uid, size, flags, name: path, ...(hash !== undefined && { sha256: hash }) });
  // What the message is recognised by is not in there: the next look at the server finds it out again.
  if (labels.length > 0) index.elsewhere.identify([[uid, { id: '', labels }]]);
}

/** @param count rows that are not used @returns undefined where there are none */
export function warningOfRefused(count: number): Warning | undefined {
  return count === 0 ? undefined : warningOf('rows-refused', { args: { count } });
}
