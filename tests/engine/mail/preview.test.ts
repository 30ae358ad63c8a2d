import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MessageFile } from '../../../electron/engine/mail/message-file.ts';
import { previewOf } from '../../../electron/engine/mail/preview.ts';

const of = (...lines: string[]) => previewOf(new MessageFile(Buffer.from(lines.join('\r\n'))));

test('the first words of a text, without what it answers', () => {
  expect(
    of('Subject: Re', '', '> You wrote this.', '', 'Yes,', '  on  Tuesday.', '-- ', 'Karel'),
  ).toBe('Yes, on Tuesday. -- Karel');
});

test('of a page its words, without what it hides behind the first line', () => {
  const page =
    '<style>p{}</style><p>Dear&nbsp;Anna,</p>\u200c\u200c\u034f \u034f<p>the room is booked.</p>';
  expect(of('Content-Type: text/html; charset=utf-8', '', page)).toBe(
    'Dear Anna, the room is booked.',
  );
});

test('of several forms the text; where that is empty, the page', () => {
  const parts = (plain: string) =>
    of(
      'Content-Type: multipart/alternative; boundary=b',
      ...['', '--b', 'Content-Type: text/plain', '', plain],
      ...['--b', 'Content-Type: text/html', '', '<p>The page.</p>', '--b--'],
    );
  expect(parts('The text.')).toBe('The text.');
  expect(parts('')).toBe('The page.');
});

test.each(['opaque', 'opaque-in-pieces', 'nested'])(
  'of what is wrapped in a signature: %s',
  name => {
    const file = join(import.meta.dirname, `../../fixtures/mail/protected/${name}.eml`);
    expect(previewOf(new MessageFile(readFileSync(file)))).toBe('The meeting is on Friday.');
  },
);

test('a large file in front is not gone through', () => {
  const picture = 'QUJD'.repeat(100_000);
  const head = ['Content-Type: multipart/mixed; boundary=b', ''];
  const file = ['--b', 'Content-Type: image/png', 'Content-Transfer-Encoding: base64', '', picture];
  expect(of(...head, ...file, '--b', 'Content-Type: text/plain', '', 'Far.', '--b--')).toBe('');
});

test('whatever comes, one line of few characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), text => {
      const line = of('Content-Type: text/plain; charset=utf-8', '', text);
      expect(line.length).toBeLessThanOrEqual(201);
      expect(line).not.toMatch(/[\u0000-\u001f\u202a-\u202e\u2066-\u2069]/);
      expect(line.isWellFormed()).toBe(true);
    }),
  );
});
