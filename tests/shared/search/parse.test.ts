import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../../../shared/search/parse.ts';
import { print } from '../../../shared/search/print.ts';
import { mostCharacters, mostTerms, query as schema } from '../../../shared/search/query.ts';

const words = { kind: 'words', field: 'anywhere', exact: false, not: false } as const;

function localDay(year: number, month = 0, day = 1): number {
  return new Date(year, month, day).getTime();
}

describe('what people type', () => {
  const cases: readonly (readonly [string, unknown])[] = [
    ['', []],
    ['  ', []],
    ['vineyard', [[{ ...words, text: 'vineyard' }]]],
    ['old vineyard', [[{ ...words, text: 'old' }], [{ ...words, text: 'vineyard' }]]],
    ['"old  vineyard"', [[{ ...words, text: 'old vineyard', exact: true }]]],
    ['„alter Weinberg“', [[{ ...words, text: 'alter Weinberg', exact: true }]]],
    ['"not closed', [[{ ...words, text: 'not closed', exact: true }]]],
    ['-spam', [[{ ...words, text: 'spam', not: true }]]],
    [
      'red or white',
      [
        [
          { ...words, text: 'red' },
          { ...words, text: 'white' },
        ],
      ],
    ],
    [
      'a OR b c',
      [
        [
          { ...words, text: 'a' },
          { ...words, text: 'b' },
        ],
        [{ ...words, text: 'c' }],
      ],
    ],
    [
      'bague en or',
      [['bague'], ['en'], ['or']].map(([text]) => [{ ...words, text, exact: text === 'or' }]),
    ],
    ['from:Élodie', [[{ ...words, field: 'from', text: 'Élodie' }]]],
    ['From: "Élodie Martin"', [[{ ...words, field: 'from', text: 'Élodie Martin', exact: true }]]],
    ['cc:jana@example.org', [[{ ...words, field: 'to', text: 'jana@example.org' }]]],
    ['-subject:offer', [[{ ...words, field: 'subject', text: 'offer', not: true }]]],
    ['in:"Sent Mail"', [[{ kind: 'name', what: 'in', text: 'Sent Mail', not: false }]]],
    ['type:.PDF', [[{ kind: 'type', type: 'pdf', not: false }]]],
    ['is:starred', [[{ kind: 'flag', flag: 'flagged', not: false }]]],
    ['has:attachments', [[{ kind: 'attachment', not: false }]]],
    ['larger:5MB', [[{ kind: 'size', how: 'larger', bytes: 5_000_000, not: false }]]],
    ['smaller:1,5m', [[{ kind: 'size', how: 'smaller', bytes: 1_500_000, not: false }]]],
    [
      'before:2024',
      [
        [
          {
            kind: 'date',
            how: 'before',
            day: '2024',
            start: localDay(2024),
            end: localDay(2025),
            not: false,
          },
        ],
      ],
    ],
    [
      'since:2024-3',
      [
        [
          {
            kind: 'date',
            how: 'after',
            day: '2024-03',
            start: localDay(2024, 2),
            end: localDay(2024, 3),
            not: false,
          },
        ],
      ],
    ],
    [
      'on:5.3.2024',
      [
        [
          {
            kind: 'date',
            how: 'on',
            day: '2024-03-05',
            start: localDay(2024, 2, 5),
            end: localDay(2024, 2, 6),
            not: false,
          },
        ],
      ],
    ],
  ];
  test.each(cases)('%s', (text, expected) => {
    expect(parse(text).query).toEqual(expected);
  });
});

describe('what is no operator is read as words', () => {
  const cases = [
    ['before:yesterday', 'before:yesterday'],
    ['on:2024-02-30', 'on:2024-02-30'],
    ['larger:big', 'larger:big'],
    ['is:important', 'is:important'],
    ['has:wings', 'has:wings'],
    ['https://example.org/a', 'https://example.org/a'],
    ['subject:', 'subject'],
    ['a:b', 'a:b'],
    ['NEAR(a,b)', 'NEAR(a,b)'],
    ["';DROP", "';DROP"],
    ['.*\\d+', '.*\\d+'],
    ['a*', 'a*'],
    ['AND', 'AND'],
  ] as const;
  test.each(cases)('%s', (text, read) => {
    expect(parse(text).query).toEqual([[{ ...words, text: read }]]);
  });

  test('and what says nothing is left out', () => {
    expect(parse('- *** "" -"" : from:"" "…"').query).toEqual([
      [{ ...words, text: 'from:', exact: true }],
    ]);
  });
});

test('a text that is too long is cut, and that is said', () => {
  const { query, cut } = parse('a'.repeat(mostCharacters + 1));
  expect(cut).toBe(true);
  expect(schema.safeParse(query).success).toBe(true);
  expect(parse('word '.repeat(mostTerms)).cut).toBe(false);
  const many = parse('word '.repeat(mostTerms + 1));
  expect(many.cut).toBe(true);
  expect(many.query).toHaveLength(mostTerms);
});

const pieces = fc.constantFrom(
  ...['from', 'to', 'cc', 'subject', 'in', 'account', 'before', 'after', 'since', 'on', 'larger'],
  ...['smaller', 'has', 'filename', 'type', 'is', 'label', 'or', 'OR', 'AND', 'NOT', 'NEAR', 'x'],
  ...[':', ':', ':', '"', '“', '-', ' ', ' ', '(', ')', '*', "'", '\\', '\u0000', '\ud800', '東京'],
  ...['attachment', 'unread', 'starred', '2024', '2024-03', '5.3.2024', '5MB', 'pdf', 'Élodie'],
);
const typed = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(pieces, { maxLength: 40 }).map(parts => parts.join('')),
  fc.array(pieces, { maxLength: 40 }).map(parts => parts.join(' ')),
);

test('any text is read, fits the schema, and is written as a text that is read as the same', () => {
  fc.assert(
    fc.property(typed, text => {
      const { query, cut, spans } = parse(text);
      expect(schema.parse(query)).toEqual(query);
      expect(cut).toBe(false);
      expect(spans).toHaveLength(query.flat().length);
      expect(parse(print(query)).query).toEqual(query);
    }),
    { numRuns: 5_000 },
  );
});

test('each term ends where a query that is cut off there has it', () => {
  fc.assert(
    fc.property(typed, text => {
      const { query, spans } = parse(text);
      for (const [count, [start, end]] of spans.entries()) {
        expect(start).toBeGreaterThanOrEqual(spans[count - 1]?.[1] ?? 0);
        expect(end).toBeGreaterThan(start);
        const terms = parse(text.slice(0, end)).query.flat();
        expect(terms).toHaveLength(count + 1);
        expect(terms.slice(0, count)).toEqual(query.flat().slice(0, count));
      }
    }),
  );
});
