import { describe, expect, test } from 'vitest';
import { fetchOf, octetsOf, responseOf } from './responses.ts';

describe('quirkQuotedBody', () => {
  test.each([
    ['""', ''],
    ['NIL', null],
    ['nil', null],
    ['"a \\"b\\" \xfc"', 'a "b" \xfc'],
  ])('BODY[] %s', (value, octets) => {
    expect(octetsOf(fetchOf(`* 1 FETCH (UID 5 BODY[] ${value} FLAGS ())`))).toEqual({ '': octets });
  });
});

describe('quirkMissingSpace', () => {
  test('between the items of FETCH and their values', () => {
    const message = fetchOf('* 1 FETCH (UID 5 FLAGS(\\Seen) INTERNALDATE"x" BODY[]{2}\r\nab)');
    expect(message).toMatchObject({ uid: 5, flags: ['\\Seen'] });
    expect(octetsOf(message)).toEqual({ '': 'ab' });
  });

  test('in LIST and STATUS', () => {
    expect(responseOf('* LIST ()"/""a"')).toMatchObject({ mailbox: 'a', delimiter: '/' });
    expect(responseOf('* STATUS "a"(MESSAGES 1)')).toMatchObject({ items: { messages: 1 } });
  });
});

test('quirkOldSectionNames', () => {
  const line = '* 1 FETCH (RFC822 {1}\r\na RFC822.HEADER {1}\r\nb RFC822.TEXT {1}\r\nc)';
  expect(octetsOf(fetchOf(line))).toEqual({ '': 'a', HEADER: 'b', TEXT: 'c' });
});

describe('quirkUnquotedMailbox', () => {
  test.each([
    ['Sent Items', 'Sent Items'],
    ['Tom & Jerry (old)', 'Tom & Jerry (old)'],
    ['a%b*c', 'a%b*c'],
    ['Gr\xc3\xbc\xc3\x9fe', 'Grüße'],
    ['foo ("CHILDINFO" ("SUBSCRIBED"))', 'foo'],
    ['foo (bar (baz))', 'foo (bar (baz))'],
  ])('LIST %s', (written, mailbox) => {
    expect(responseOf(`* LIST (\\Marked) "/" ${written}`)).toMatchObject({ kind: 'list', mailbox });
  });

  test('STATUS', () => {
    expect(responseOf('* STATUS Sent (old) Items (MESSAGES 3 MAILBOXID (f1) UIDNEXT 0)')).toEqual({
      kind: 'mailbox-status',
      mailbox: 'Sent (old) Items',
      rawName: 'Sent (old) Items',
      items: { messages: 3, mailboxId: 'f1', uidNext: 0 },
    });
  });
});

test('quirkNilList', () => {
  expect(fetchOf('* 1 FETCH (FLAGS NIL UID 3)')).toMatchObject({ flags: [], uid: 3 });
  expect(responseOf('* LIST NIL "/" a')).toMatchObject({ attributes: [], mailbox: 'a' });
});

test('quirkEmptyAddresses', () => {
  const envelope = '("date" NIL "" () NIL NIL "" NIL NIL "<a@example.org>")';
  expect(fetchOf(`* 1 FETCH (ENVELOPE ${envelope})`).envelope).toMatchObject({
    from: [],
    cc: [],
    messageId: '<a@example.org>',
  });
});

describe('those without code of their own', () => {
  test('items of FETCH in any order, before and behind a literal', () => {
    const message = fetchOf('* 9 FETCH (FLAGS () BODY[] {1}\r\na RFC822.SIZE 1 UID 7)');
    expect(message).toMatchObject({ sequence: 9, uid: 7, size: 1, flags: [] });
  });

  test('any case', () => {
    expect(fetchOf('* 1 fetch (uid 3 Body[text] {1}\r\na)')).toMatchObject({
      uid: 3,
      sections: [{ section: 'TEXT' }],
    });
    expect(responseOf('* search 3')).toEqual({ kind: 'search', uids: [[3, 3]] });
    expect(responseOf('* ok [uidvalidity 3] x')).toMatchObject({
      status: 'OK',
      code: { name: 'UIDVALIDITY', value: 3n },
    });
  });

  test.each([
    ['A1 OK', ''],
    ['A1 OK ', ''],
    ['A1 OK fetch', 'fetch'],
    ['A1 ok  [x', '[x'],
    ['A1 OK ] [', '] ['],
  ])('completion text %j', (line, text) => {
    expect(responseOf(line)).toEqual({
      kind: 'status',
      tag: 'A1',
      status: 'OK',
      code: undefined,
      text,
    });
  });

  test('UIDVALIDITY and UIDNEXT of 0', () => {
    expect(responseOf('* STATUS a (UIDNEXT 0 UIDVALIDITY 0)')).toMatchObject({
      items: { uidNext: 0, uidValidity: 0 },
    });
  });

  test.each(['* ESEARCH', '* ESEARCH (TAG "A1") UID', '* ESEARCH UID '])('%s', line => {
    expect(responseOf(line)).toMatchObject({ kind: 'esearch' });
    expect(responseOf(line)).not.toHaveProperty('all');
  });

  test('FETCH without UID', () => {
    expect(fetchOf('* 1 FETCH (BODY[] {1}\r\na)')).not.toHaveProperty('uid');
  });

  test('a FETCH item that nobody knows', () => {
    const line =
      '* 1 FETCH (X-NEW (a (b "c") {1}\r\n) NIL) X-BYTES[1]<0> ~{1}\r\nx UID 3 X-LAST 7)';
    expect(fetchOf(line)).toEqual({ kind: 'fetch', sequence: 1, uid: 3, sections: [] });
  });
});
