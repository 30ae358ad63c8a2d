import { isAbsolute, resolve } from 'node:path';
import { anything, array, assert, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { handedFiles } from '../../electron/desktop/handed-files.ts';
import { namedFiles } from '../../electron/start/named-files.ts';

describe('files of messages', () => {
  test('are what ends in .eml and is no option, from where the person is', () => {
    const given = ['--flag.eml', '-x.eml', 'a.eml', '/b/C.EML', 'd.txt', 'e.eml.exe', ''];
    expect(namedFiles(given, '/home')).toEqual([resolve('/home/a.eml'), resolve('/b/C.EML')]);
  });

  test('whatever is named, what comes out is absolute', () => {
    assert(
      property(array(string()), given => {
        expect(namedFiles(given, '/home').every(isAbsolute)).toBe(true);
      }),
    );
  });

  test('whatever a second start hands over, texts come out', () => {
    assert(
      property(anything(), data => {
        expect(handedFiles({ files: data }).every(each => typeof each === 'string')).toBe(true);
        expect(Array.isArray(handedFiles(data))).toBe(true);
      }),
    );
    expect(handedFiles(null)).toEqual([]);
    expect(handedFiles(undefined)).toEqual([]);
    expect(handedFiles({ files: ['/a.eml', 1] })).toEqual(['/a.eml']);
  });
});
