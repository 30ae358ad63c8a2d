import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** Each room, and the rooms it may import besides itself. The README draws the same table. */
const table: Readonly<Record<string, readonly string[]>> = {
  'shared/model': [],
  'shared/defaults.ts': [],
  'electron/engine/errors.ts': ['shared/model'],
  'electron/engine/wire': [],
  'electron/engine/protocol': ['electron/engine/wire'],
  'electron/engine/session': ['electron/engine/protocol', 'electron/engine/wire'],
  'electron/engine/archive': [],
  'electron/engine/mail': [],
  'shared/version.ts': ['package.json'],
  'electron/engine/certificate': [],
  'electron/engine/run': [
    'electron/engine/certificate',
    'electron/engine/session',
    'electron/engine/archive',
    // The subject is part of a file's name in the folders layout.
    'electron/engine/mail',
    // A UID set and a response are the words in which a session answers.
    'electron/engine/protocol',
    'electron/engine/wire/frame.ts',
  ],
  'shared/contract.ts': [],
  'electron/services': ['electron/engine', 'shared'],
  'electron/web': ['electron/services', 'electron/engine', 'shared'],
  'electron/cli': [
    // `mailstow serve` starts browser mode.
    'electron/web',
    'electron/engine/run',
    'electron/engine/archive',
    'electron/engine/certificate',
    'shared/version.ts',
    'electron/engine/errors.ts',
    'shared/model',
    'shared/defaults.ts',
  ],
};
const forEveryEngineRoom = [
  'shared/model',
  'shared/defaults.ts',
  'shared/version.ts',
  'electron/engine/errors.ts',
];

/** The rooms that stand on a library. */
const librariesOf: Readonly<Record<string, readonly string[]>> = {
  'electron/engine/mail': ['postal-mime'],
  'shared/contract.ts': ['zod'],
  'electron/services': ['zod'],
  'electron/web': ['zod'],
};

/** Built-in modules with one door. */
const doors: readonly { modules: RegExp; what: string; files: RegExp }[] = [
  {
    modules: /^node:(net|tls|http|https|dgram|http2)$/,
    what: 'sockets',
    files: /^electron\/(engine\/session\/(transport|trust|certificate-failure)|web\/[^/]+)\.ts$/,
  },
  {
    modules: /^node:fs(\/promises)?$/,
    what: 'files (only archive/ writes into the archive)',
    files:
      /^electron\/(engine\/archive\/[^/]+|engine\/session\/trust|services\/(json-file|folders)|web\/(serve|static-files|window-files)|cli\/(credentials|mailstow\/(profiles|certificate)))\.ts$/,
  },
  {
    modules: /^electron$/,
    what: 'Electron',
    files: /^electron\/(main\.ts|preload\.ts|desktop\/.+)$/,
  },
];

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

const files = [...sources('electron'), ...sources('shared')];
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
