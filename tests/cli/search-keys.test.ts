import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSearch } from '../../electron/cli/mailstow/inspect/search-keys.ts';
import { encodeCommand } from '../../electron/engine/wire/encoder.ts';

const plain = { literalPlus: false, literalMinus: false, utf8: false };

/** What is sent, its parts one after the other. */
function sent(...words: string[]): string {
  const parts = encodeCommand('A1', 'S', readSearch(words).keys, plain);
  return Buffer.concat([...parts])
    .toString()
    .replace(/^A1 S /, '')
    .replace(/\r\n$/, '');
}

describe('search keys', () => {
  test.each([
    ['ALL ANSWERED DELETED DRAFT FLAGGED SEEN', 'ALL ANSWERED DELETED DRAFT FLAGGED SEEN'],
    [
      'UNANSWERED UNDELETED UNDRAFT UNFLAGGED UNSEEN',
      'UNANSWERED UNDELETED UNDRAFT UNFLAGGED UNSEEN',
    ],
    ['new old recent', 'NEW OLD RECENT'],
    ['from anna TO bert cc c bcc d', 'FROM "anna" TO "bert" CC "c" BCC "d"'],
    ['SUBJECT "two words" BODY b TEXT t', 'SUBJECT "two words" BODY "b" TEXT "t"'],
    ['HEADER Message-ID <a@b>', 'HEADER "Message-ID" "<a@b>"'],
    ['KEYWORD $Work UNKEYWORD Later', 'KEYWORD $Work UNKEYWORD Later'],
    [
      'SINCE 2024-03-01 BEFORE 01-apr-2024 ON 2-Mar-2024',
      'SINCE 1-Mar-2024 BEFORE 1-Apr-2024 ON 2-Mar-2024',
    ],
    [
      'SENTSINCE 2024-02-29 SENTBEFORE 2024-12-31 SENTON 2024-05-05',
      'SENTSINCE 29-Feb-2024 SENTBEFORE 31-Dec-2024 SENTON 5-May-2024',
    ],
    ['LARGER 10M SMALLER 500', 'LARGER 10000000 SMALLER 500'],
    ['UID 1:5,9 3:*', 'UID 1:5,9 3:*'],
    ['NOT SEEN OR FROM a NOT TO b', 'NOT SEEN OR FROM "a" NOT TO "b"'],
    ['OR (FROM a SEEN) (TO b)', 'OR (FROM "a" SEEN) (TO "b")'],
    [
      'MODSEQ 12345678901234567 EMAILID M1-x THREADID T_2',
      'MODSEQ 12345678901234567 EMAILID M1-x THREADID T_2',
    ],
    [
      'OLDER 86400 YOUNGER 60 SAVEDSINCE 2024-01-01',
      'OLDER 86400 YOUNGER 60 SAVEDSINCE 1-Jan-2024',
    ],
    ['FUZZY SUBJECT x X-GM-RAW "has:attachment"', 'FUZZY SUBJECT "x" X-GM-RAW "has:attachment"'],
  ])('%s', (typed, keys) => {
    expect(sent(typed)).toBe(keys);
  });

  test('each word an argument of its own: then quotes are as they are typed', () => {
    expect(sent('SUBJECT', 'two "words"', '(', 'SEEN', ')')).toBe(
      'SUBJECT "two \\"words\\"" (SEEN)',
    );
  });

  test('what is not ASCII goes as a literal, in UTF-8', () => {
    expect(readSearch(['FROM', 'Jürgen']).isUtf8).toBe(true);
    expect(readSearch(['FROM', 'Jurgen']).isUtf8).toBe(false);
    expect(sent('FROM', 'Jürgen', 'SEEN')).toBe('FROM {7}\r\nJürgen SEEN');
  });

  test.each([
    ...['', ' ', 'NOTHING', 'FROM', 'HEADER a', 'NOT', 'OR SEEN', '(SEEN', 'SEEN)', '()'],
    ...['SINCE yesterday', 'SINCE 2024-02-30', 'LARGER -1', 'LARGER 1.5', 'UID 0', 'KEYWORD a(b'],
    ...['FROM "a', 'KEYWORD \\Seen', 'EMAILID a)b', '5:', `${'('.repeat(60)}SEEN${')'.repeat(60)}`],
  ])('%j is no search', typed => {
    expect(() => sent(typed)).toThrow(expect.objectContaining({ kind: 'arguments' }));
  });

  test('whatever is typed, what is sent is balanced and has no line of its own', () => {
    const pieces = fc.constantFrom(
      'FROM',
      'NOT',
      'OR',
      '(',
      ')',
      'SEEN',
      '"',
      '\\',
      '{3}',
      'é',
      '\r\n',
      'UID',
      '1:*',
    );
    const typed = fc.oneof(fc.array(pieces), fc.array(fc.string()));
    fc.assert(
      fc.property(typed, words => {
        let text: string;
        try {
          text = sent(...words);
        } catch (error) {
          expect(error).toMatchObject({ kind: 'arguments' });
          return;
        }
        const outside = text.replace(/\{\d+\}\r\n/g, '').replace(/"(?:[^"\\]|\\.)*"/g, '');
        expect(outside).not.toMatch(/[\r\n\0"]/);
      }),
    );
  });
});
