import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { writeInto } from '../../../electron/services/window/folder-files.ts';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'mailstow-folder-files-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

const file = (name: string, content = name) => ({ name, open: () => Readable.from([content]) });

test('files of one name get numbers, and nothing that is there is touched', async () => {
  const into = folder();
  writeFileSync(join(into, 'a.pdf'), 'mine');
  symlinkSync('/nowhere', join(into, 'a (3).pdf'));
  mkdirSync(join(into, 'b'));
  const names = await writeInto(into, [
    file('a.pdf', 'one'),
    file('a.pdf', 'two'),
    file('b'),
    file('c'),
  ]);
  expect(names).toEqual(['a (2).pdf', 'a (4).pdf', 'b (2)', 'c']);
  expect(readFileSync(join(into, 'a.pdf'), 'utf8')).toBe('mine');
  expect(readFileSync(join(into, 'a (2).pdf'), 'utf8')).toBe('one');
  expect(readFileSync(join(into, 'a (4).pdf'), 'utf8')).toBe('two');
});

test('names lead nowhere else, whatever they are', async () => {
  const into = folder();
  const inside = join(into, 'inside');
  mkdirSync(inside);
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.string(), fc.constantFrom('../x', '/etc/x', 'a/b', 'CON', '..', '.')),
      async name => {
        const [written = ''] = await writeInto(inside, [file(name)]);
        expect(readdirSync(inside)).toContain(written);
      },
    ),
    { numRuns: 15 },
  );
  expect(readdirSync(into)).toEqual(['inside']);
});

test('a file that breaks off leaves nothing, and those before it stay', async () => {
  const into = folder();
  const broken = {
    name: 'half',
    open: () =>
      Readable.from(
        (function* () {
          yield 'the first';
          throw new Error('gone');
        })(),
      ),
  };
  await expect(writeInto(into, [file('whole'), broken, file('never')])).rejects.toThrow();
  expect(readdirSync(into)).toEqual(['whole']);
});

test('many files of one name are all kept', async () => {
  const into = folder();
  const names = await writeInto(
    into,
    Array.from({ length: 40 }, () => file('x.txt', '')),
  );
  expect(new Set(names).size).toBe(40);
});
