import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { searchKeys } from '../../../electron/engine/server-search/search-keys.ts';
import { encodeCommand } from '../../../electron/engine/wire/encoder.ts';
import { parse } from '../../../shared/search/parse.ts';
import { print } from '../../../shared/search/print.ts';
import { type Query, query as querySchema } from '../../../shared/search/query.ts';
import { forServer } from '../../../shared/search/server-terms.ts';

const plain = { literalPlus: false, literalMinus: false, utf8: false };

/** What is sent, its parts one after the other. */
function sent(query: Query): string {
  const parts = encodeCommand('A1', 'S', searchKeys(query).keys, plain);
  return Buffer.concat([...parts])
    .toString()
    .replace(/^A1 S /, '')
    .replace(/\r\n$/, '');
}

const keysOf = (typed: string) => sent(forServer(parse(typed).query).said);

test.each([
  ['harvest', 'TEXT "harvest"'],
  ['old vineyard', 'TEXT "old" TEXT "vineyard"'],
  ['"old vineyard"', 'TEXT "old vineyard"'],
  ['-harvest', 'NOT TEXT "harvest"'],
  ['(Hello, world!)', 'TEXT "Hello" TEXT "world"'],
  ['anna@example.org', 'TEXT "anna@example.org"'],
  ['from:anna', 'FROM "anna"'],
  ['from:"anna b"', 'FROM "anna b"'],
  ['subject:plan', 'SUBJECT "plan"'],
  ['to:bert', 'OR OR TO "bert" CC "bert" BCC "bert"'],
  ['-to:bert', 'NOT OR OR TO "bert" CC "bert" BCC "bert"'],
  ['one or two or three', 'OR OR TEXT "one" TEXT "two" TEXT "three"'],
  ['one or -two plan', 'OR TEXT "one" NOT TEXT "two" TEXT "plan"'],
  ['before:2024', 'SENTBEFORE 1-Jan-2024'],
  ['after:2024-03', 'SENTSINCE 1-Mar-2024'],
  ['on:2024-02-29', '(SENTSINCE 29-Feb-2024 SENTBEFORE 1-Mar-2024)'],
  ['on:2024-12', '(SENTSINCE 1-Dec-2024 SENTBEFORE 1-Jan-2025)'],
  ['-on:2024', 'NOT (SENTSINCE 1-Jan-2024 SENTBEFORE 1-Jan-2025)'],
  ['on:9999', '(SENTSINCE 1-Jan-9999 SENTBEFORE 31-Dec-9999)'],
  ['larger:10MB smaller:20MB', 'LARGER 10000000 SMALLER 20000000'],
  ['larger:900GB', 'LARGER 4294967295'],
  ['is:unread', 'UNSEEN'],
  ['is:read or is:flagged', 'OR SEEN FLAGGED'],
  ['"say \\ or so"', 'TEXT "say \\\\ or so"'],
])('%s', (typed, keys) => {
  expect(keysOf(typed)).toBe(keys);
});

test('what is not ASCII goes as a literal in UTF-8', () => {
  const { query } = parse('from:Ju\u0308rgen plan');
  expect(searchKeys(query).isUtf8).toBe(true);
  expect(sent(query)).toBe('FROM {7}\r\nJürgen TEXT "plan"');
  expect(searchKeys(parse('from:Jurgen').query).isUtf8).toBe(false);
  expect(searchKeys(parse('to:Jürgen').query).isUtf8).toBe(true);
});

test('what no server knows is left out whole, so that nothing is missed, and named', () => {
  const { query } = parse('plan has:attachment type:pdf or note filename:list label:work -in:junk');
  const { said, unsaid } = forServer(query);
  expect(print(said)).toBe('plan -in:junk');
  expect(print(unsaid)).toBe('has:attachment type:pdf or note filename:list label:work');
});

describe('whatever is typed', () => {
  const word = /^(TEXT|FROM|TO|CC|BCC|SUBJECT|NOT|OR|UNSEEN|SEEN|FLAGGED)$/;
  const valued = /^(SENTBEFORE|SENTSINCE) \d{1,2}-[A-Z][a-z]{2}-\d{4}$|^(LARGER|SMALLER) \d{1,10}$/;

  /** Nothing stands outside of strings but keys, days, numbers and parentheses that match. */
  function expectValid(query: Query): void {
    const { said } = forServer(query);
    const asked = said.map(group => group.filter(({ kind }) => kind !== 'name'));
    const groups = asked.filter(group => group.length > 0);
    if (groups.length === 0) return;
    const buffer = Buffer.concat([...encodeCommand('A1', 'S', searchKeys(groups).keys, plain)]);
    let text = buffer
      .toString('latin1')
      .replace(/^A1 S /, '')
      .replace(/\r\n$/, '');
    for (let at = text.search(/\{\d+\}\r\n/); at >= 0; at = text.search(/\{\d+\}\r\n/)) {
      const [head = '', size = ''] = /^\{(\d+)\}\r\n/.exec(text.slice(at)) ?? [];
      text = `${text.slice(0, at)}""${text.slice(at + head.length + Number(size))}`;
    }
    const outside = text.replace(/"(?:[^"\\\r\n\0]|\\["\\])*"/g, '""');
    let [depth, lowest] = [0, 0];
    for (const character of outside) {
      depth += character === '(' ? 1 : character === ')' ? -1 : 0;
      lowest = Math.min(lowest, depth);
    }
    expect([depth, lowest]).toEqual([0, 0]);
    const pieces = outside.replace(/[()]/g, ' ').match(/(SENT|LARGER|SMALLER)\S* \S+|\S+/g) ?? [];
    const odd = pieces.filter(each => each !== '""' && !word.test(each) && !valued.test(each));
    expect(odd).toEqual([]);
  }

  test('a valid command comes of it, with no text outside of strings', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...['from:', 'to:', 'subject:', '-', 'or', '"', '(', ')', '\\', '\r\n', '\0', '{5}', '*'],
        ...['é', '\ud83d', 'before:2024', 'on:2024-02-31', 'larger:5MB', 'is:unread', 'in:Junk'],
        ...['NOT', 'A1 LOGOUT', '日本', ' '],
      ),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(piece), pieces => expectValid(parse(pieces.join('')).query)),
      { numRuns: 500 },
    );
  });

  test('of what a window may send too', () => {
    const not = fc.boolean();
    const text = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 40 })
      .map(each => `a${each}`.replace(/["“”„‟«»]/gu, ''));
    const time = fc.constant(0);
    const term = fc.oneof(
      fc.record({
        kind: fc.constant('words' as const),
        field: fc.constantFrom('anywhere', 'from', 'to', 'subject', 'filename'),
        text,
        exact: fc.boolean(),
        not,
      }),
      fc.record({
        kind: fc.constant('date' as const),
        how: fc.constantFrom('before', 'after', 'on'),
        day: fc.stringMatching(/^\d{4}(-\d\d){0,2}$/),
        start: time,
        end: time,
        not,
      }),
      fc.record({
        kind: fc.constant('size' as const),
        how: fc.constantFrom('larger', 'smaller'),
        bytes: fc.maxSafeNat(),
        not,
      }),
    );
    const queries = fc.array(fc.array(term, { minLength: 1, maxLength: 5 }), { maxLength: 5 });
    fc.assert(fc.property(queries, query => expectValid(querySchema.parse(query))));
  });
});
