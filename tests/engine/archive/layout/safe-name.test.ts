import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  beginningOf,
  cutComponent,
  decodeComponent,
  encodeComponent,
  roomOf,
  withHash,
} from '../../../../electron/engine/archive/layout/safe-name.ts';
import { anyName } from './any-name.ts';

const unlimited = Number.POSITIVE_INFINITY;
const limit = fc.integer({ min: 30, max: 255 });

describe('one component', () => {
  test.each([
    ['INBOX', 'INBOX'],
    ['Entwürfe & Co/日本語', 'Entwürfe & Co%2F日本語'],
    ['..', '%2E%2E'],
    ['.mailstow', '%2Emailstow'],
    ['name. ', 'name%2E%20'],
    ['CON', '%43ON'],
    ['nul.txt', '%6Eul.txt'],
    ['COM¹', '%43OM¹'],
    ['console', 'console'],
    ['100%', '100%25'],
    ['a\0b\tc', 'a%00b%09c'],
    ['ends~12ab', 'ends%7E12ab'],
    ['', '%'],
    ['e\u0301', 'e%CC%81'],
    ['*\u0301', '%2A%CC%81'],
    ['\ud800x', '%ED%A0%80x'],
    ['\u202egpj.exe', '%E2%80%AEgpj.exe'],
  ])('%j becomes %j and back', (name, component) => {
    expect(encodeComponent(name, unlimited)).toBe(component);
    expect(decodeComponent(component)).toBe(name);
  });

  test('any name comes back, in NFC and without anything a system reserves', () => {
    fc.assert(
      fc.property(anyName, name => {
        const component = encodeComponent(name, unlimited);
        expect(component.normalize('NFC')).toBe(component);
        expect(component).not.toMatch(
          /[<>:"/\\|?*\p{Cc}\p{Cs}]|^\.|[. ]$|^(con|prn|aux|nul|(com|lpt)\d)(\.|$)/iu,
        );
        if (!/~([0-9a-f]{4}|[0-9a-f]{16})$/i.test(component)) {
          expect(decodeComponent(component)).toBe(name);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('a component nobody would write reads as nothing', () => {
    for (const foreign of ['a%2f', 'CON', 'x.', 'a/b', 'e\u0301', 'cut~0123456789abcdef']) {
      expect(decodeComponent(foreign)).toBeUndefined();
    }
  });

  test('a long name is cut to the limit, between characters, and stays its own', () => {
    const [first, second] = ['a', 'b'].map(end =>
      cutComponent(`${'😀?é'.repeat(100)}${end}`, roomOf(255)),
    );
    expect(first).not.toBe(second);
    expect(first).toMatch(/^(😀%3Fé)+.*~[0-9a-f]{16}$/u);
    fc.assert(
      fc.property(anyName, limit, limit, (name, bytes, characters) => {
        const room = { bytes, characters };
        for (const component of [cutComponent(name, room), withHash(name, room)]) {
          expect(Buffer.byteLength(component)).toBeLessThanOrEqual(bytes);
          expect(component.length).toBeLessThanOrEqual(characters);
          expect(component).not.toMatch(/(?<!^)%(?![0-9A-F]{2})/);
        }
      }),
    );
    expect(beginningOf('ab\u202e', roomOf(8))).toBe('ab');
  });
});
