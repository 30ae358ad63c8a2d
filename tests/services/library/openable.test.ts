import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOpenable } from '../../../electron/services/library/openable.ts';

test.each([
  ...['report.pdf', 'scan 0001.JPG', 'notes.txt', 'a.b.docx', 'table.xlsx', 'x.csv', 'exe.pdf'],
  ...['invite.ics', 'forwarded.eml'],
])('%j may be opened', name => {
  expect(isOpenable(name)).toBe(true);
});

test.each([
  ...['setup.exe', 'a.pdf.exe', 'a.exe:b.txt', 'a.docm', 'page.html', 'page.svg', 'a.zip', 'a.rtf'],
  ...[
    'README',
    '',
    'pdf',
    '.pdf',
    'a.pdf ',
    'a.pdf.',
    'a.pdf\n',
    'a.p\u202edf',
    'a.pdf/b',
    'a.pdf\0',
  ],
])('%j may not', name => {
  expect(isOpenable(name)).toBe(false);
});

test('an ending that nobody thought of may not, whatever stands before it', () => {
  const letters = fc.string({ unit: 'grapheme', maxLength: 20 });
  const ending = fc.stringMatching(/^[a-z0-9]{1,8}$/).filter(each => !isOpenable(`a.${each}`));
  fc.assert(
    fc.property(letters, ending, fc.constantFrom('.pdf', '.txt', ''), (name, end, before) => {
      expect(isOpenable(`${name}${before}.${end}`)).toBe(false);
    }),
    { seed: 11, numRuns: 500 },
  );
});
