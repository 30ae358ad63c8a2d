import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');

const engine = 'electron/engine';
const services = 'electron/services';
const log = 'electron/log';
const words = ['shared/model', 'shared/words', 'shared/defaults.ts', 'shared/version.ts'];

/** Each room, and the rooms it may import besides itself. The README draws the same table. */
const table: Readonly<Record<string, readonly string[]>> = {
  'shared/model': [],
  'shared/words': ['shared/model'],
  'shared/defaults.ts': [],
  'shared/version.ts': ['package.json'],
  'shared/contract.ts': [],
  'electron/engine/errors.ts': ['shared/model', 'electron/engine/defects.ts'],
  'electron/engine/defects.ts': [],
  'electron/engine/copy-octets.ts': [],
  'electron/engine/mailbox-name.ts': [],
  'electron/engine/regular-file.ts': ['electron/engine/errors.ts'],
  'electron/engine/wire': [],
  'electron/engine/protocol': ['electron/engine/wire'],
  'electron/engine/session': ['electron/engine/protocol', 'electron/engine/wire'],
  'electron/engine/thread': [],
  'electron/engine/mail': ['electron/engine/thread'],
  ...innerRooms(
    'electron/engine/archive',
    {
      disk: [],
      layout: ['disk'],
      journal: ['layout', 'disk'],
      writer: ['journal', 'layout', 'disk'],
      renumber: ['writer', 'journal', 'layout', 'disk'],
      unchanged: ['journal', 'layout', 'disk'],
    },
    ['electron/engine/thread'],
  ),
  'electron/engine/catalog': [
    'electron/engine/archive',
    'electron/engine/mail',
    'electron/engine/thread',
  ],
  'electron/engine/certificate': [],
  ...innerRooms(
    'electron/engine/run',
    {
      connection: [],
      choose: ['connection'],
      survey: ['connection'],
      download: ['connection', 'mailbox-run.ts'],
      recognise: ['choose', 'survey', 'connection', 'mailbox-run.ts'],
    },
    [
      'electron/engine/certificate',
      'electron/engine/session',
      'electron/engine/archive',
      // The subject is part of a file's name in the folders layout.
      'electron/engine/mail',
      // A UID set and a response are the words in which a session answers.
      'electron/engine/protocol',
      'electron/engine/wire/frame.ts',
    ],
  ),
  [log]: [engine, 'shared'],
  [services]: [log, engine, 'shared'],
  'electron/cli': [services, log, engine, 'shared'],
  // `mailstow serve` starts the other face.
  'electron/cli/mailstow/serve.ts': [
    'electron/cli',
    'electron/web',
    services,
    log,
    engine,
    'shared',
  ],
  'electron/web': [services, log, engine, 'shared'],
  'electron/desktop': [services, log, engine, 'shared'],
  'electron/main.ts': ['electron/desktop'],
  // The names of the channels stand beside the other side that uses them.
  'electron/preload.ts': ['shared/contract.ts', 'electron/desktop/channels.ts'],
  // Starts programs, and is part of none.
  'electron/start': [],
  'renderer/ui': [],
  // Failures look the same everywhere, in every language.
  'renderer/ui/failure-notice.tsx': ['renderer/ui', 'renderer/words'],
  'renderer/words': ['shared/words'],
  'renderer/checked-bridge.ts': ['shared/contract.ts'],
  'renderer/bridge.ts': ['shared/contract.ts', 'renderer/checked-bridge.ts'],
  'renderer/store': ['renderer/bridge.ts', 'shared/contract.ts'],
  ...features('accounts', 'runs', 'library', 'settings'),
  'renderer/app.tsx': [
    'renderer/app.css',
    'renderer/features',
    'renderer/store',
    'renderer/ui',
    'renderer/words',
  ],
  'renderer/main.tsx': [
    'renderer/app.tsx',
    'renderer/bridge.ts',
    'renderer/store',
    'renderer/words',
  ],
};
const forEveryEngineRoom = [
  ...words,
  'electron/engine/errors.ts',
  'electron/engine/defects.ts',
  'electron/engine/copy-octets.ts',
  'electron/engine/mailbox-name.ts',
  'electron/engine/regular-file.ts',
];

/**
 * A room with rooms in it.
 * @param inner each, and its neighbours in the same room that it may import; what stands above may import all of them
 * @param may what all of them may import
 */
function innerRooms(
  room: string,
  inner: Readonly<Record<string, readonly string[]>>,
  may: readonly string[],
): Record<string, readonly string[]> {
  const rows = Object.entries(inner).map(([name, neighbours]) => [
    `${room}/${name}`,
    [...neighbours.map(each => `${room}/${each}`), ...may],
  ]);
  return { [room]: may, ...Object.fromEntries(rows) };
}

/** Features never import one another; the app composes them. */
function features(...names: readonly string[]): Record<string, readonly string[]> {
  const may = ['renderer/store', 'renderer/ui', 'renderer/words', 'shared/contract.ts'];
  return Object.fromEntries(names.map(name => [`renderer/features/${name}`, may]));
}

const react = ['react', 'react-dom/client', 'react-i18next', 'i18next'];

/** The rooms that stand on libraries. */
const librariesOf: Readonly<Record<string, readonly string[]>> = {
  'shared/contract.ts': ['zod'],
  'electron/engine/mail': ['iconv-lite', 'postal-mime', 'postcss', 'sanitize-html'],
  [log]: ['electron-log/node'],
  [services]: ['zod'],
  'electron/web': ['zod'],
  'electron/desktop': ['electron', 'zod'],
  'electron/main.ts': ['electron'],
  'electron/preload.ts': ['electron'],
  'renderer/ui': ['react', 'react-aria-components', '@tanstack/react-virtual'],
  'renderer/ui/failure-notice.tsx': ['react'],
  'renderer/words': react,
  'renderer/store': ['react', 'zustand/vanilla'],
  'renderer/features/accounts': ['react', 'zustand'],
  'renderer/features/library': ['react', 'react-aria-components', 'zustand'],
  'renderer/features/runs': ['react', 'zustand'],
  'renderer/features/settings': ['react', 'zustand'],
  'renderer/app.tsx': ['react', 'zustand'],
  'renderer/main.tsx': react,
};

/** Built-in modules with one door. */
const doors: readonly { modules: RegExp; what: string; files: RegExp }[] = [
  {
    modules: /^node:(net|tls)$/,
    what: 'sockets to a mail server',
    files: /^electron\/(engine\/session\/(transport|trust|certificate-failure)|web\/[^/]+)\.ts$/,
  },
  { modules: /^node:(http|https|http2|dgram)$/, what: 'HTTP', files: /^electron\/web\// },
  { modules: /^node:sqlite$/, what: 'the catalog', files: /^electron\/engine\/catalog\// },
  {
    modules: /^electron$/,
    what: 'Electron',
    files: /^electron\/(main\.ts|preload\.ts|desktop\/.+)$/,
  },
  {
    modules: /^node:fs(\/promises)?$/,
    what: 'files (only archive/ writes into the archive, only catalog/ its index)',
    files:
      /^electron\/(engine\/(archive|catalog|mail)\/.+|engine\/(session\/trust|regular-file)\.ts|cli\/.+|services\/.+|log\/.+|web\/.+|desktop\/.+|start\/.+)$/,
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

function roomOf(path: string): string | undefined {
  return Object.keys(table)
    .filter(room => path === room || path.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];
}

function target({ file, specifier }: Import): string {
  return relative(root, resolve(root, dirname(file), specifier));
}

const files = [...sources('electron'), ...sources('shared'), ...sources('renderer')];
const imports = files.flatMap(importsOf);

describe('who may import whom', () => {
  test('every source file stands in a room of the table', () => {
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter(file => roomOf(file) === undefined)).toEqual([]);
  });

  test('every import follows the table', () => {
    const inner = imports.filter(each => each.specifier.startsWith('.'));
    expect(inner.length).toBeGreaterThan(50);
    const broken = inner.flatMap(each => {
      const from = roomOf(each.file) ?? '';
      const to = target(each);
      const allowed = [
        from,
        ...(table[from] ?? []),
        ...(from.startsWith('electron/engine/') ? forEveryEngineRoom : []),
      ];
      if (allowed.some(room => to === room || to.startsWith(`${room}/`))) return [];
      return [
        `${each.file} imports ${to}; the row is: ${from} → ${allowed.slice(1).join(', ') || 'nothing'}`,
      ];
    });
    expect(broken).toEqual([]);
  });

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

  test('the product imports nothing from its tests, and built-in modules by their full name', () => {
    const outside = imports.filter(each => !each.specifier.startsWith('.'));
    const libraries = outside.filter(each => !/^node:/.test(each.specifier));
    const broken = libraries.filter(
      each => !librariesOf[roomOf(each.file) ?? '']?.includes(each.specifier),
    );
    expect(broken).toEqual([]);
    expect(imports.filter(each => target(each).startsWith('tests/'))).toEqual([]);
  });
});
