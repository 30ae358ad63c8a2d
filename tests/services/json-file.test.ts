import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { JsonFile } from '../../electron/services/json-file.ts';
import { temporaryFolder } from './accounts/a-profile.ts';

const shape = z.object({ names: z.array(z.string()) });

function fileIn(folder: string, migrations: ((old: unknown) => unknown)[] = []) {
  return new JsonFile({
    folder,
    name: 'things.json',
    what: 'settings',
    empty: { names: [] },
    parse: content => shape.parse(content),
    migrations,
  });
}

const pathIn = (folder: string) => join(folder, 'things.json');

describe('a file of the person’s data', () => {
  test('comes back as it was written', () => {
    const folder = temporaryFolder();
    fileIn(folder).write({ names: ['a', 'ž'] });
    expect(fileIn(folder).read()).toEqual({ names: ['a', 'ž'] });
    expect(JSON.parse(readFileSync(pathIn(folder), 'utf8'))).toMatchObject({ version: 1 });
  });

  test('is empty before it is there, and makes its folder', () => {
    const folder = join(temporaryFolder(), 'not/there/yet');
    const file = fileIn(folder);
    expect(file.read()).toEqual({ names: [] });
    file.write({ names: ['a'] });
    expect(fileIn(folder).read()).toEqual({ names: ['a'] });
  });

  test('of an earlier version goes through every migration since', () => {
    const folder = temporaryFolder();
    const rename = (old: unknown) => ({ called: z.object({ list: z.unknown() }).parse(old).list });
    const again = (old: unknown) => ({
      names: z.object({ called: z.unknown() }).parse(old).called,
    });
    writeFileSync(pathIn(folder), '{"version":1,"content":{"list":["a"]}}');
    const file = fileIn(folder, [rename, again]);
    expect(file.read()).toEqual({ names: ['a'] });
    file.write({ names: ['b'] });
    expect(JSON.parse(readFileSync(pathIn(folder), 'utf8'))).toMatchObject({ version: 3 });
    writeFileSync(pathIn(folder), '{"version":2,"content":{"called":["c"]}}');
    expect(fileIn(folder, [rename, again]).read()).toEqual({ names: ['c'] });
  });

  test('of a later version is left alone, each time', () => {
    const folder = temporaryFolder();
    const later = '{"version":2,"content":{"names":["a"]}}';
    writeFileSync(pathIn(folder), later);
    const file = fileIn(folder);
    expect(() => file.read()).toThrow('A newer version');
    expect(() => file.write({ names: [] })).toThrow('A newer version');
    expect(readFileSync(pathIn(folder), 'utf8')).toBe(later);
  });

  test.each([
    ['cut short', '{"version":1,"conte'],
    ['empty', ''],
    ['without a version', '{"names":["a"]}'],
    ['of another shape', '{"version":1,"content":{"names":[1]}}'],
  ])('that is %s is kept aside, told once, and empty from then on', (_, text) => {
    const folder = temporaryFolder();
    writeFileSync(pathIn(folder), text);
    const file = fileIn(folder);
    expect(() => file.read()).toThrow(/your settings was damaged.*It was set aside as/);
    expect(file.read()).toEqual({ names: [] });
    const [aside] = readdirSync(folder);
    expect(aside).toMatch(/^things\.json\.damaged-/);
    expect(readFileSync(join(folder, aside ?? ''), 'utf8')).toBe(text);
    file.write({ names: ['new'] });
    expect(fileIn(folder).read()).toEqual({ names: ['new'] });
  });

  test('that cannot be written stays as it was', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a file'), '');
    const file = fileIn(join(folder, 'a file'));
    expect(() => file.write({ names: ['b'] })).toThrow('Mailstow could not write');
    expect(file.read()).toEqual({ names: [] });
  });

  test('is whole whatever lies half beside it, which may be somebody else’s', () => {
    const folder = temporaryFolder();
    fileIn(folder).write({ names: ['a'] });
    const beside = `${pathIn(folder)}.part`;
    writeFileSync(beside, '{"version":1,"con');
    const file = fileIn(folder);
    expect(file.read()).toEqual({ names: ['a'] });
    file.write({ names: ['b'] });
    expect(readdirSync(folder)).toEqual(['things.json', 'things.json.part']);
    expect(readFileSync(beside, 'utf8')).toBe('{"version":1,"con');
  });
});
