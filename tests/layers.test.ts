import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Doors within the rooms; who may import whom is held by build/rooms.ts. */
const root = resolve(import.meta.dirname, '..');

/** Built-in modules with one door. */
const doors: readonly { modules: RegExp; what: string; files: RegExp }[] = [
  {
    // The log's masking knows names of ciphers by the list that TLS has; discovery sorts addresses; signatures
    // are held against the authorities that TLS trusts.
    modules: /^node:(net|tls)$/,
    what: 'sockets to a mail server',
    files:
      /^electron\/(engine\/session\/transport\/[^/]+|engine\/reading\/protection\/roots-here|engine\/discovery\/(dns|autoconfig\/fetch-limited)|services\/sign-in\/loopback-listener|web\/.+|log\/without-names)\.ts$/,
  },
  {
    modules: /^node:(http|https|http2|dgram)$/,
    what: 'HTTP',
    files:
      /^electron\/(web\/|(engine\/discovery\/autoconfig\/fetch-limited|services\/sign-in\/loopback-listener)\.ts$)/,
  },
  {
    modules: /^node:sqlite$/,
    what: 'the catalog and the search index',
    files: /^electron\/engine\/(catalog|search)\//,
  },
  {
    modules: /^electron$/,
    what: 'Electron',
    files: /^electron\/(main\.ts|preload\.ts|desktop\/.+)$/,
  },
  {
    modules: /^node:fs(\/promises)?$/,
    what: 'files (only archive/ writes into the archive, only catalog/ and search/ their indexes)',
    files:
      /^electron\/(engine\/(archive|catalog|mail|search)\/.+|engine\/(session\/transport\/trust|regular-file)\.ts|cli\/.+|services\/.+|log\/.+|web\/.+|desktop\/.+|start\/.+)$/,
  },
  { modules: /^node:/, what: 'Node', files: /^electron\// },
];

/** Words that one file alone may say. */
const singleDoors: readonly { word: RegExp; file: string }[] = [
  { word: /\bipcMain\b/, file: 'electron/desktop/ipc.ts' },
  { word: /\bcontextBridge\b/, file: 'electron/preload.ts' },
  { word: /window\.mailstow/, file: 'renderer/bridge.ts' },
];

/** What of `node:fs` opens a file or a folder by its path. */
const opens = /\b(open|read|write|append|truncate|copy|cp|glob|create|watch)/i;

interface Import {
  readonly file: string;
  readonly specifier: string;
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name))
    .map(name => join(folder, name));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]|new URL\(\s*['"](\.[^'"]+\.ts)['"]/g;
  return [...text.matchAll(pattern)].map(found => ({
    file,
    specifier: found[1] ?? found[2] ?? found[3] ?? found[4] ?? '',
  }));
}

function sourceOf(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

const files = [...sources('electron'), ...sources('shared'), ...sources('renderer')];
const imports = files.flatMap(importsOf);

describe('what has one door', () => {
  test('what has one door is used behind that door only', () => {
    const broken = imports.flatMap(each =>
      doors
        .filter(door => door.modules.test(each.specifier) && !door.files.test(each.file))
        .map(
          door =>
            `${each.file} imports ${each.specifier}; ${door.what} have their doors in ${door.files.source}`,
        ),
    );
    expect(broken).toEqual([]);
  });

  test('what one file alone may say is said there and nowhere else', () => {
    const said = singleDoors.map(({ word, file }) => ({
      file,
      by: files.filter(each => word.test(readFileSync(join(root, each), 'utf8'))),
    }));
    for (const { file, by } of said) expect(by).toEqual([file]);
  });

  test('what changes folders on the server has its commands in one room, and nobody else sends any', () => {
    const room = 'electron/engine/mailboxes/';
    const verbs =
      /'(CREATE|RENAME|DELETE|SUBSCRIBE|UNSUBSCRIBE|APPEND|STORE|UID (STORE|EXPUNGE|COPY|MOVE)|SETACL|SETMETADATA|COPY|MOVE)'/;
    const of = (word: RegExp) =>
      files.filter(file => file.startsWith('electron/') && word.test(sourceOf(file)));
    expect(of(verbs)).toEqual([`${room}commands.ts`]);
    const sending = of(/\b[sS]ession\.carryOut\(/);
    expect(sending).toEqual([`${room}change.ts`]);
    const importers = new Set(
      imports
        .filter(
          ({ file, specifier }) =>
            !file.startsWith(room) &&
            /\/mailboxes\/(change|commands|deletion)\.ts$/.test(specifier),
        )
        .map(({ file }) => file),
    );
    expect([...importers].sort()).toEqual([
      'electron/cli/mailstow/delete-mailbox.ts',
      'electron/cli/mailstow/mailboxes.ts',
      'electron/services/mailboxes/folder-work.ts',
      'electron/services/mailboxes/folders-thread.ts',
    ]);
  });

  test('the archive opens files and folders in one place, which follows no links', () => {
    const room = files.filter(file => file.startsWith('electron/engine/archive/'));
    const opening = room.filter(file => fromFiles(file).some(name => opens.test(name)));
    expect(opening).toEqual(['electron/engine/archive/disk/guarded-files.ts']);
  });

  /** What a file imports of `node:fs`, but for what takes a file that is open, or looks at a link. */
  function fromFiles(file: string): string[] {
    const imports = /import ([^;]*?) from 'node:fs(?:\/promises)?'/g;
    const names = [...readFileSync(join(root, file), 'utf8').matchAll(imports)]
      .flatMap(([, words = '']) => words.split(/[\s{},]+/))
      .filter(name => name !== '' && !/^[A-Z]/.test(name));
    return names.filter(name => !['readSync', 'writeSync', 'readlinkSync'].includes(name));
  }
});
