import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatRow,
  guarded,
  parseRow,
  unguarded,
} from '../../../../electron/engine/archive/index/csv.ts';
import {
  formatDate,
  formatIndexRow,
  type IndexRow,
  indexHeading,
  isIndexHeading,
  parseIndexRow,
} from '../../../../electron/engine/archive/index/index-row.ts';

/** What spreadsheets look at first. */
const tricky = fc.string({
  unit: fc.constantFrom(
    '=',
    '+',
    '-',
    '@',
    "'",
    '"',
    ',',
    ' ',
    '\t',
    '\r',
    '\n',
    ';',
    '＝',
    'a',
    '1',
  ),
});
const text = fc.oneof(tricky, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

/** How a spreadsheet would take a cell: blanks before it do not count. */
const isFormula = (cell: string) => /^[\s]*[=+\-@＝＋－＠]/u.test(cell) || /^[\t\r]/.test(cell);

test('no cell begins a formula, and every one is read back', () => {
  fc.assert(
    fc.property(text, cell => {
      expect(isFormula(guarded(cell))).toBe(false);
      expect(unguarded(guarded(cell))).toBe(cell);
    }),
  );
});

test('what is no formula stays as it is', () => {
  for (const cell of ['', 'Invoice', "'quoted'", 'a=b', '2024-03-01', '\\Seen', '日本語']) {
    expect(guarded(cell)).toBe(cell);
  }
  for (const [cell, kept] of [
    ['=1+1', "'=1+1"],
    ['  @SUM(A1)', "'  @SUM(A1)"],
    ["'=1", "''=1"],
    ['-- ', "'-- "],
    ['＝1', "'＝1"],
  ] as const) {
    expect(guarded(cell)).toBe(kept);
  }
});

test('any cells are one row, and are read back', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1 }), cells => {
      expect(parseRow(formatRow(cells))).toEqual(cells);
    }),
  );
});

test('any text is rows or none, in time that grows with its length', () => {
  fc.assert(
    fc.property(text, row => {
      const cells = parseRow(row);
      if (cells !== undefined) expect(parseRow(formatRow(cells))).toEqual(cells);
    }),
  );
  for (const row of ['"'.repeat(1_000_000), ',"'.repeat(500_000), `"${'""'.repeat(500_000)}`]) {
    const start = performance.now();
    parseRow(row);
    expect(performance.now() - start).toBeLessThan(2000);
  }
});

test.each([
  ['plain', 'a,b', ['a', 'b']],
  ['empty cells', ',', ['', '']],
  ['quotes', '"a ""b""","c,d"', ['a "b"', 'c,d']],
  ['a quote that ends nowhere', '"a,b', undefined],
  ['text behind a quote', '"a"b,c', undefined],
  ['a quote within', 'a"b,c', undefined],
])('%s', (_what, row, expected) => {
  expect(parseRow(row)).toEqual(expected);
});

const component = fc
  .string({ unit: 'grapheme', minLength: 1 })
  .map(each => `f${each.replace(/[/\\:\0]/g, '_')}`);
const rows: fc.Arbitrary<IndexRow> = fc.record(
  {
    path: fc
      .array(component, { minLength: 1, maxLength: 3 })
      .map(each => each.join('/').replace(/\p{Cc}/gu, '')),
    folder: text,
    date: fc.constantFrom('', '2024-03-01 09:12:00'),
    from: text,
    to: text,
    subject: text,
    flags: text,
    labels: fc.array(text, { maxLength: 3 }),
    size: fc.nat(),
    sha256: fc.constantFrom('0'.repeat(64), 'ab'.repeat(32)),
  },
  { requiredKeys: ['path', 'folder', 'date', 'from', 'to', 'subject', 'flags', 'labels', 'size'] },
);

/** What is for reading alone is on one line. */
const inOneLine = (each: string) =>
  each
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .toWellFormed();

test('any row is one line that UTF-8 can hold, and is read back', () => {
  fc.assert(
    fc.property(rows, row => {
      const line = formatIndexRow(row);
      expect(line).toMatch(/^[^\r\n\0]*\r\n$/u);
      expect(Buffer.from(line).toString()).toBe(line);
      const [from, to, subject] = [row.from, row.to, row.subject].map(inOneLine);
      expect(parseIndexRow(line.slice(0, -2))).toEqual({ ...row, from, to, subject });
    }),
  );
});

test('a name that somebody gave a file does not break a row in two', () => {
  const [row] = fc.sample(rows, { numRuns: 1, seed: 1 });
  if (row === undefined) throw new Error('There is no row.');
  fc.assert(
    fc.property(text, name => {
      const path = `INBOX/${name.replace(/[/\\:]/g, '')} [1].eml`;
      expect(formatIndexRow({ ...row, path })).toMatch(/^[^\r\n\0]*\r\n$/u);
    }),
  );
});

test('a date is one that a spreadsheet knows, or none', () => {
  fc.assert(
    fc.property(fc.double(), time => {
      expect(formatDate(time)).toMatch(/^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)?$/);
    }),
  );
  expect(formatDate(Date.UTC(2024, 2, 1, 9, 12, 30))).toBe('2024-03-01 09:12:30');
});

test('no line of any text makes a row that leads out of the archive', () => {
  const paths = fc.constantFrom('../x [1].eml', '/etc/passwd', 'a/../../b', 'a//b', '', '.');
  fc.assert(
    fc.property(paths, rows, (path, row) => {
      expect(parseIndexRow(formatIndexRow({ ...row, path }).slice(0, -2))).toBeUndefined();
    }),
  );
});

test('the heading is what is expected of it', () => {
  expect(isIndexHeading(indexHeading.trimEnd())).toBe(true);
  expect(isIndexHeading(indexHeading.slice(1, -2))).toBe(true);
  expect(isIndexHeading('path,folder')).toBe(false);
});

const python = spawnSync('python3', ['--version']).status === 0;

test.skipIf(!python)('another program reads the same cells', () => {
  const some = fc.sample(rows, { numRuns: 200, seed: 20260115 });
  const read = spawnSync(
    'python3',
    [
      '-c',
      'import csv,json,sys,io\n' +
        'text=sys.stdin.buffer.read().decode("utf-8-sig")\n' +
        'csv.field_size_limit(10**8)\n' +
        'print(json.dumps(list(csv.reader(io.StringIO(text,newline="")))))',
    ],
    { input: indexHeading + some.map(formatIndexRow).join(''), encoding: 'utf8', maxBuffer: 1e9 },
  );
  const [heading, ...table]: string[][] = JSON.parse(read.stdout);
  expect(heading?.join(',')).toBe(indexHeading.slice(1, -2));
  expect(table).toEqual(some.map(row => parseRow(formatIndexRow(row).slice(0, -2))));
});
