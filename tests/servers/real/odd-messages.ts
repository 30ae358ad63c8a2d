/** Messages of odd forms, as Latin-1; what a server makes of them when they are put in is its own. */
export const oddMessages: readonly string[] = [
  // A header of another charset, unencoded, and lines of 8 bits without MIME.
  'From: a@example.org\r\nSubject: P\xf8\xedli\xb9 \xbelu\xbbou\xe8k\xfd\r\n\r\n8 bits: \xe9\xff\r\n',
  'From: a@example.org\r\nSubject: P\xc5\x99\xc3\xadli\xc5\xa1\r\n\r\nUTF-8: \xc3\xa9\r\n',
  // No body; no end of the last line; no Message-ID and no subject, twice the same.
  'From: a@example.org\r\nSubject: Header alone\r\n\r\n',
  'From: a@example.org\r\nSubject: No end\r\n\r\nThe last line has none',
  'From: twin@example.org\r\n\r\nTwice the same.\r\n',
  'From: twin@example.org\r\n\r\nTwice the same.\r\n',
  // What stores and protocols take for their own.
  'From: a@example.org\r\nSubject: Marks\r\n\r\n.\r\n..\r\nFrom here on\r\n>From there\r\n* 1 EXISTS\r\n',
  `From: a@example.org\r\nSubject: A long line\r\n\r\n${'x'.repeat(20_000)}\r\n`,
];
