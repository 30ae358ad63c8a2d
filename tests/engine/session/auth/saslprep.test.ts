import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { saslPrep } from '../../../../electron/engine/session/auth/saslprep.ts';

describe('SASLprep', () => {
  test.each([
    // RFC 4013 section 3.
    ['I\u00adX', 'IX'],
    ['user', 'user'],
    ['USER', 'USER'],
    ['\u00aa', 'a'],
    ['\u2168', 'IX'],
    // Spaces of other kinds, and what is mapped to nothing.
    ['a\u00a0b\u3000c', 'a b c'],
    ['a\ufe0fb\u2060', 'ab'],
    ['gro\u0308ße', 'größe'],
    ['ｐｗ', 'pw'],
    ['אבג', 'אבג'],
  ])('%j becomes %j', (text, expected) => {
    expect(saslPrep(text)).toBe(expected);
  });

  test.each([
    // RFC 4013 section 3: prohibited, and two directions. The NBSP tells that nothing was mapped either.
    '\u0007\u00a0',
    '\u0627\u0031\u00a0',
    'אa\u00a0ב',
    '\ue000\u00a0',
    'a\u200e\u00a0',
    '\u00ad',
    '',
  ])('%j has no prepared form and stays', text => {
    expect(saslPrep(text)).toBe(text);
  });

  test('printable ASCII stays, and what was prepared stays', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), text => saslPrep(text) === text),
      { seed: 16, numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const once = saslPrep(text);
        expect(saslPrep(once)).toBe(once);
        if (once !== text) expect(once).toBe(once.normalize('NFKC'));
      }),
      { seed: 16, numRuns: 500 },
    );
  });

  test('takes time linear in the text', () => {
    for (const unit of ['\u00ad', 'א', '\u00a0', 'אa', '\u0308']) {
      const began = performance.now();
      saslPrep(unit.repeat(200_000));
      expect(performance.now() - began, JSON.stringify(unit)).toBeLessThan(5_000);
    }
  });
});
