import { expect, test } from 'vitest';
import { namingOf } from '../../../electron/engine/mail/header/head.ts';

const subject = (text: string, encoding: BufferEncoding = 'utf8') =>
  namingOf(Buffer.from(text, encoding), undefined).subject;

test.each([
  ['plain', 'From: a@example.org\r\nSubject: Invoice 7\r\n\r\nbody', 'Invoice 7'],
  ['the first line, lone line feeds', 'subject:Invoice\n\nbody', 'Invoice'],
  ['folded', 'Subject: Minutes of\r\n\tthe meeting\r\nTo: b\r\n\r\n', 'Minutes of the meeting'],
  [
    'encoded words in pieces',
    'Subject: =?UTF-8?Q?P=C5=99=C3=AD?=\r\n =?utf-8?b?bG9oYQ==?=\r\n\r\n',
    'Příloha',
  ],
  ['another charset', 'Subject: =?iso-2022-jp?B?GyRCRnxLXDhsGyhC?=\r\n\r\n', '日本語'],
  ['raw UTF-8', 'Subject: Příloha\r\n\r\n', 'Příloha'],
  ['a header without end', 'Subject: cut sho', 'cut sho'],
])('%s', (_name, text, expected) => {
  expect(subject(text)).toBe(expected);
});

test('raw bytes that are not UTF-8 are shown as well as can be', () => {
  expect(subject('Subject: Größe\r\n\r\n', 'latin1')).toBe('Größe');
});

test('there may be none, and the body does not count', () => {
  expect(subject('From: a\r\n\r\nSubject: body\r\n')).toBeUndefined();
  expect(subject('Subject:  \r\nTo: b\r\n\r\n')).toBeUndefined();
  expect(subject('X-Subject: no\r\n\r\n')).toBeUndefined();
  expect(subject('')).toBeUndefined();
});

test('a hostile header of a megabyte is read in no time', () => {
  const start = performance.now();
  subject(`Subject: ${' \r\n '.repeat(250_000)}x`);
  subject(`Subject: ${'=?'.repeat(250_000)}`);
  expect(performance.now() - start).toBeLessThan(5000);
});
