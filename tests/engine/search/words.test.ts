import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { schema } from '../../../electron/engine/search/index-tables.ts';
import { Tokens, wordsIn } from '../../../electron/engine/search/tokens.ts';
import {
  expressionOf,
  type IndexedTerm,
  needsLook,
  neighboursExpression,
} from '../../../electron/engine/search/words-expression.ts';
import { WordsTables } from '../../../electron/engine/search/words-tables.ts';
import { fold } from '../../../shared/search/fold.ts';
import { needle } from '../../../shared/search/marks.ts';
import { parse } from '../../../shared/search/parse.ts';
import type { WordsTerm } from '../../../shared/search/query.ts';

const anything = fc.string({ unit: 'grapheme', maxLength: 60 });
const letters = fc.string({
  unit: fc.constantFrom(...'aeißŁøŒÀ東京都にガ한국กขАбέ𝒳۵'),
  minLength: 1,
  maxLength: 12,
});

function words(text: string, exact = false, field: WordsTerm['field'] = 'anywhere'): WordsTerm {
  return { kind: 'words', field, text, exact, not: false };
}

/** An index of one document. */
function indexOf(fill: (tokens: Tokens) => void) {
  const database = new DatabaseSync(':memory:');
  database.exec(schema);
  const tokens = new Tokens();
  fill(tokens);
  new WordsTables(database).add(1, tokens.asIndexed());
  const asks = ['words', 'neighbours'].map(table => {
    const statement = database.prepare(`SELECT 1 FROM ${table} WHERE ${table} MATCH ?`);
    return (expression: string) => statement.get(expression) !== undefined;
  });
  return (term: IndexedTerm) => {
    const neighbours = neighboursExpression(term);
    const isBeside = neighbours === undefined || asks[1]?.(neighbours) === true;
    return asks[0]?.(expressionOf(term)) === true && isBeside;
  };
}

describe('words of the index', () => {
  test('every word of a text finds it, by its beginning and as a whole', () => {
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1, maxLength: 8 }), texts => {
        const found = indexOf(tokens => tokens.add(texts.join(' ')));
        for (const text of texts) {
          if (wordsIn(fold(text)).length === 0) continue;
          expect(found(words(text, true))).toBe(true);
          expect(found(words(text))).toBe(true);
          const beginning = [...text].slice(0, 2).join('');
          if (wordsIn(fold(beginning)).length > 0) expect(found(words(beginning))).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('a phrase that stands in a text is among those that its neighbours let through', () => {
    const unit = fc.constantFrom(...'ab éß東\u094d\u0301\u200d.-_x1 ', '\u{11080}', '\n');
    const text = fc.string({ unit, maxLength: 80 });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(30), (whole, at, length) => {
        const start = at % (whole.length + 1);
        const term = words(whole.slice(start, start + length), true);
        const pattern = needle(term, 'body');
        fc.pre(pattern !== undefined && neighboursExpression(term) !== undefined);
        fc.pre(new RegExp(pattern ?? '', 'u').test(fold(whole)));
        expect(indexOf(tokens => tokens.add(whole))(term)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test('words of a text in another order are not looked into', () => {
    const found = indexOf(tokens => {
      tokens.add('the quick brown fox');
      tokens.addField('subject', 'jumps over');
    });
    expect(found(words('quick brown', true))).toBe(true);
    expect(found(words('jumps over', true, 'subject'))).toBe(true);
    expect(found(words('brown quick', true))).toBe(false);
    expect(found(words('fox jumps', true))).toBe(false);
  });

  test('a part of a word is found in sender, subject and names of files', () => {
    const field = fc.constantFrom('from' as const, 'subject' as const, 'filename' as const);
    const word = fc.string({ unit: fc.constantFrom(...'abcdeö'), minLength: 3, maxLength: 20 });
    fc.assert(
      fc.property(word, field, fc.nat(), (text, place, at) => {
        const found = indexOf(tokens => tokens.addField(place, text));
        const start = at % (text.length - 2);
        const part = text.slice(start, start + 3 + (at % 5));
        expect(found(words(part, false, place))).toBe(true);
        expect(found(words(part))).toBe(true);
        // As a whole word only where it is one, wherever it stands.
        expect(found(words(part, true, place))).toBe(fold(part) === fold(text));
      }),
      { numRuns: 150 },
    );
  });

  test('in a body a part of a word is none, nor does another field’s word fit', () => {
    const found = indexOf(tokens => {
      tokens.add('vineyards');
      tokens.addField('from', 'Anna');
      tokens.addEnding('PDF');
    });
    expect(found(words('vine'))).toBe(true);
    expect(found(words('yards'))).toBe(false);
    expect(found(words('vine', true))).toBe(false);
    expect(found(words('anna', false, 'subject'))).toBe(false);
    expect(found({ kind: 'type', type: 'pdf', not: false })).toBe(true);
    expect(found({ kind: 'type', type: 'sheet', not: false })).toBe(false);
  });

  test('whatever is typed can be asked', () => {
    const found = indexOf(tokens => tokens.add('one two three'));
    const typed = fc.oneof(
      anything,
      fc.array(fc.constantFrom('AND', 'OR', 'NOT', 'NEAR(', ')', '"', '*', '^', 'a:b', "'", ';--')),
    );
    fc.assert(
      fc.property(typed, text => {
        const { query } = parse(Array.isArray(text) ? text.join(' ') : text);
        for (const term of query.flat()) {
          if (term.kind !== 'words' && term.kind !== 'type') continue;
          needsLook(term);
          found(term);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('what nobody types costs little: a thousand words are asked as fifty', () => {
    const found = indexOf(tokens => tokens.add('one'));
    const start = performance.now();
    expect(found(words('one '.repeat(249)))).toBe(true);
    expect(found(words(Array.from({ length: 300 }, (_, n) => `w${n}`).join(' ')))).toBe(false);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  test('a text of one endless word or of nothing but marks takes no long', () => {
    for (const text of ['x'.repeat(1_000_000), '東'.repeat(300_000), 'a\u0301'.repeat(300_000)]) {
      const start = performance.now();
      new Tokens().add(text);
      new Tokens().addField('subject', text);
      expect(performance.now() - start).toBeLessThan(5_000);
    }
  });
});
