import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { schema } from '../../../electron/engine/search/index-tables.ts';
import { Tokens } from '../../../electron/engine/search/tokens.ts';
import { Vocabulary } from '../../../electron/engine/search/vocabulary.ts';
import { expressionOf } from '../../../electron/engine/search/words-expression.ts';
import { WordsTables } from '../../../electron/engine/search/words-tables.ts';

function anIndex(texts: readonly { body: string; subject: string }[]): DatabaseSync {
  const database = new DatabaseSync(':memory:');
  database.exec(schema);
  const tables = new WordsTables(database);
  for (const [index, { body, subject }] of texts.entries()) {
    const tokens = new Tokens();
    tokens.addField('subject', subject);
    tokens.add(body);
    tables.add(index + 1, tokens.asIndexed());
  }
  return database;
}

const rows = (database: DatabaseSync, expression: string) =>
  database.prepare('SELECT rowid FROM words WHERE words MATCH ?').all(expression);

const beginningWith = (text: string) =>
  expressionOf({ kind: 'words', text, field: 'anywhere', exact: false, not: false });

test('what is spelled out finds the same, whatever the words and what is asked', () => {
  const word = fc
    .array(fc.constantFrom('schach', 'sch', 'x', 'ž', '東', '0', 'ss'), {
      minLength: 1,
      maxLength: 5,
    })
    .map(parts => parts.join(''));
  const words = fc.array(word, { maxLength: 12 }).map(some => some.join(' '));
  fc.assert(
    fc.property(
      fc.array(fc.record({ body: words, subject: words }), { minLength: 1, maxLength: 12 }),
      fc.array(word, { minLength: 1, maxLength: 3 }).map(some => some.join(' ')),
      (texts, asked) => {
        const database = anIndex(texts);
        const expression = beginningWith(asked);
        const spelledOut = new Vocabulary(database).spelledOut(expression);
        expect(rows(database, spelledOut)).toEqual(rows(database, expression));
        database.close();
      },
    ),
    { numRuns: 150 },
  );
});

test('a long beginning is no longer one; a short one, and one of too many words, stay', () => {
  const many = Array.from({ length: 80 }, (_, index) => `fortlaufend${index}`).join(' ');
  const database = anIndex([{ body: `rechnung rechnungen ${many}`, subject: '' }]);
  const vocabulary = new Vocabulary(database);
  expect(vocabulary.spelledOut('"rechnung" *')).toBe('("rechnung" OR "rechnungen")');
  expect(vocabulary.spelledOut('("rechnungsnummer" * AND "rech" *)')).toBe(
    '("rechnungsnummer" AND "rech" *)',
  );
  expect(vocabulary.spelledOut('"fortlauf" *')).toBe('"fortlauf" *');
  database.close();
});
