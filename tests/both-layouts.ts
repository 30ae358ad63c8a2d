import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestAPI, test as vitest } from 'vitest';
import type { LayoutName } from '../shared/model/run.ts';

/**
 * Every test about an archive runs in both layouts: `test` of this module registers it once for each, and
 * what opens archives or starts runs for tests takes the layout from {@link layoutNow}. The names end in
 * {@link inLayout}, by which the test command counts them.
 */
const layouts = ['flat', 'folders'] as const;

let present: LayoutName = 'flat';

/** The layout that the present test is about; flat in tests that are about none. */
export function layoutNow(): LayoutName {
  return present;
}

function inLayout(layout: LayoutName): string {
  return `(${layout} layout)`;
}

/** The ending of message files in the present layout. */
export function extensionNow(): string {
  return present === 'flat' ? '.txt' : '.eml';
}

/** What tells a command to store in the present layout, where it would take another by itself. */
export function layoutArguments(): string[] {
  return present === 'flat' ? [] : ['--layout', present];
}

/** Takes the layout that a test's name ends in; `tests/before-each-file.ts` calls it before each test. */
export function takeLayout(name: string): void {
  present = layouts.find(layout => name.endsWith(inLayout(layout))) ?? 'flat';
}

type Register = (name: string, ...rest: never[]) => void;

function inEach(register: Register): Register {
  return (name, ...rest) => {
    for (const layout of layouts) register(`${name} ${inLayout(layout)}`, ...rest);
  };
}

/** Vitest's `test`, once for each layout. */
export const test = Object.assign(inEach(vitest), {
  each: (...table: Parameters<typeof vitest.each>) => inEach(vitest.each(...table)),
  skipIf: (condition: unknown) => inEach(vitest.skipIf(condition)),
}) as Pick<TestAPI, 'each' | 'skipIf'> & typeof vitest;

/** A message file of an archive. */
export interface MessageFile {
  /** Relative to the archive. */
  readonly path: string;
  /** What the flat layout calls it, as `MSG_INBOX_1.txt`: one name for a message whatever the layout. */
  readonly flatName: string;
}

/** The message files of an archive in the present layout, by their names in the flat one, ascending. */
export function messageFilesIn(folder: string): MessageFile[] {
  const found = present === 'flat' ? inOneFolder(folder) : inFolders(folder);
  return found.sort((one, other) => (one.flatName < other.flatName ? -1 : 1));
}

/** Bytes as Latin-1, by what the flat layout calls the files. */
export function storedMessages(folder: string): Record<string, string> {
  return Object.fromEntries(
    messageFilesIn(folder).map(({ path, flatName }) => [
      flatName,
      readFileSync(join(folder, path), 'latin1'),
    ]),
  );
}

/** The absolute path of the message file that the flat layout calls so; it must be there. */
export function fileOf(folder: string, flatName: string): string {
  const found = messageFilesIn(folder).find(file => file.flatName === flatName);
  if (found === undefined) throw new Error(`${folder} holds no ${flatName}`);
  return join(folder, found.path);
}

/** What the flat layout calls a message file of the present one. */
export function flatNameOf(name: string, mailbox = 'INBOX'): string | undefined {
  if (present === 'flat') return /^MSG_.+$/s.exec(name)?.[0];
  const [, uid, header] = /\[([1-9]\d*)\](\.headers)?\.eml$/.exec(name) ?? [];
  if (uid === undefined) return undefined;
  const kind = header === undefined ? '' : 'header_';
  return `MSG_${kind}${mailbox.replaceAll('/', '%2F')}_${uid}.txt`;
}

function inOneFolder(folder: string): MessageFile[] {
  return entries(folder)
    .filter(({ name }) => name.startsWith('MSG_'))
    .map(({ name }) => ({ path: name, flatName: name }));
}

function inFolders(folder: string, parent = ''): MessageFile[] {
  return entries(join(folder, parent)).flatMap((entry): MessageFile[] => {
    const path = parent === '' ? entry.name : `${parent}/${entry.name}`;
    const isMailbox = parent !== '' || !['.mailstow', '_Mailstow'].includes(entry.name);
    if (entry.isDirectory()) return isMailbox ? inFolders(folder, path) : [];
    const flatName = flatNameOf(entry.name, parent);
    return flatName === undefined ? [] : [{ path, flatName }];
  });
}

function entries(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true });
}
