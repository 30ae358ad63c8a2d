import { expect, test } from 'vitest';
import { suggestions } from '../../../renderer/store/suggestions.ts';
import type { FoundRow } from '../../../shared/contract.ts';
import { parse } from '../../../shared/search/parse.ts';
import { printTerm } from '../../../shared/search/print.ts';
import type { Term } from '../../../shared/search/query.ts';

const row = (part: Partial<FoundRow>): FoundRow => ({
  ...{ id: 1, accountId: 'one', mailbox: 'INBOX', sender: 'Anna', subject: 'Letter' },
  recipients: '',
  ...{ date: new Date(2024, 5).getTime(), size: 1, attachments: 0, unread: false },
  ...{ flagged: false, headersOnly: false, snippet: { text: '', marks: [] } },
  ...part,
});

/** In German. */
const words = {
  labelOf(term: Term) {
    if (term.kind === 'type') return term.type === 'pdf' ? 'PDF' : `Art ${term.type}`;
    return term.kind === 'attachment' ? 'Mit Anhang' : 'Ungelesen';
  },
  fieldName: (field: string) =>
    ({ from: 'Von', to: 'An', subject: 'Betreff', filename: 'Dateiname' })[field] ?? '',
};

function offered(typed: string, rows: readonly FoundRow[] = [], before = ''): string[] {
  const { query } = parse(`${before} ${typed}`);
  return suggestions({ query, typed }, rows, words).map(({ term, typed: left }) =>
    left === undefined ? printTerm(term) : `${printTerm(term)}|${left}`,
  );
}

test.each([
  // A field in the person's language, before a colon.
  ['wein von:anna', ['from:anna|wein']],
  ['betreff:juni', ['subject:juni|']],
  ['http://example.org', []],
  // The beginning of what narrows, in the person's language.
  ['anha', ['has:attachment|']],
  ['pdf', ['type:pdf|']],
  ['2019', ['on:2019|']],
  // No longer the word that is being typed.
  ['anhang ', []],
  ['-anhang', []],
  ['"anhang"', []],
])('%s may mean %j', (typed, expected) => {
  expect(offered(typed)).toEqual(expected);
});

test('a word is offered for the fields that have it', () => {
  expect(offered('ann', [row({})])).toEqual(['from:ann|']);
  expect(offered('lett', [row({})])).toEqual(['subject:lett|']);
});

test('what tells the rows apart is offered, and nothing that is there already', () => {
  const rows = [
    row({ attachments: 1 }),
    row({ sender: 'Karel "K" Veselý', mailbox: 'Work' }),
    row({ date: new Date(2019, 1).getTime(), unread: true }),
  ];
  expect(offered('zz', rows)).toEqual([
    'has:attachment',
    'from:Anna',
    'on:2024',
    'on:2019',
    'in:INBOX',
  ]);
  expect(offered('zz', rows, 'has:attachment from:Anna on:2024 in:INBOX')).toEqual([
    'type:pdf',
    'type:picture',
    'type:word',
    'is:unread',
  ]);
  expect(offered('zz', [row({}), row({})])).toEqual([]);
});

test('a name that no query can say is not offered', () => {
  const rows = [row({ sender: 'A "B"' }), row({ sender: 'A "B"' }), row({ sender: 'C' })];
  expect(offered('zz', rows)).not.toContainEqual(expect.stringMatching(/^from/));
});
