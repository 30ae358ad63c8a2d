import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldWithPlaces } from '../../../shared/search/fold.ts';
import { type MarkedPlace, marker } from '../../../shared/search/marks.ts';
import { parse } from '../../../shared/search/parse.ts';

function marked(typed: string, text: string, place: MarkedPlace = 'body'): readonly string[] {
  const marks = marker(parse(typed).query, place)?.(text) ?? [];
  return marks.map(([start, end]) => text.slice(start, end));
}

describe('letters alike', () => {
  test.each([
    ['ÉLODIE', 'elodie'],
    ['Straße', 'strasse'],
    ['Łódź', 'lodz'],
    ['ＡＢＣ１', 'abc1'],
    ['Příliš žluťoučký', 'prilis zlutoucky'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['İstanbul', 'istanbul'],
    ['ﬁnance', 'finance'],
    ['שָׁלוֹם', 'שלום'],
    ['が', 'が'],
    ['한글'.normalize('NFD'), '한글'],
  ])('%s is %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('the same with places as without, and each place is one of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const { text: folded, places } = foldWithPlaces(text);
        expect(folded).toBe(fold(text));
        expect(places).toHaveLength(folded.length + 1);
        expect([...places].sort((a, b) => a - b)).toEqual(places);
        expect(places.at(-1)).toBe(text.length);
      }),
    );
  });

  test('a run of marks without end costs no more than its length', () => {
    const began = performance.now();
    fold(`a${'\u3099\u0e38'.repeat(200_000)}`);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

describe('what is marked', () => {
  test.each<[string, string, readonly string[], MarkedPlace?]>([
    ['vine', 'The vineyards, a Vine and pervine', ['vineyards', 'Vine']],
    ['elodie', 'Élodie and ELODIE', ['Élodie', 'ELODIE']],
    ['strass', 'In der Straße', ['Straße']],
    ['"old vine"', 'old\n vine, old vines, very old  vine.', ['old\n vine', 'old  vine']],
    ['-vine old', 'old vine', ['old']],
    ['red or white', 'white, red', ['white', 'red']],
    ['from:anna', 'Anna', []],
    ['from:anna', 'Anna', ['Anna'], 'from'],
    ['mart', 'Élodie Smartin', ['mart'], 'from'],
    ['has:attachment type:pdf', 'pdf attachment', []],
    ['京', '東京都', ['京']],
    ['jana@example.org', 'To: jana@example.org.', ['jana@example.org']],
    ['.*', 'anything', []],
  ])('%s in %s', (typed, text, expected, place) => {
    expect(marked(typed, text, place)).toEqual(expected);
  });

  test('marks lie in the text, in order and apart, whatever is typed and written', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 100 });
    fc.assert(
      fc.property(text, text, (typed, written) => {
        let last = 0;
        for (const [start, end] of marker(parse(typed).query, 'body')?.(written) ?? []) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(written.length);
      }),
    );
  });

  test('a long text with many beginnings of a phrase is gone through once', () => {
    const find = marker(parse('"a a a a a a b"').query, 'body');
    const began = performance.now();
    expect(find?.('a '.repeat(200_000))).toEqual([]);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
