import { describe, expect, test } from 'vitest';
import { hasMessageId, headerKey } from '../../../../electron/engine/run/recognise/header-key.ts';
import { match as matchTables } from '../../../../electron/engine/run/recognise/match.ts';
import type { Recognisable } from '../../../../electron/engine/run/recognise/recognisable.ts';
import { RecognisableTable } from '../../../../electron/engine/run/recognise/recognisable-table.ts';

function tableOf(messages: readonly Recognisable[]): RecognisableTable {
  const table = new RecognisableTable();
  for (const message of messages) table.add(message);
  return table;
}

const match = (stored: readonly Recognisable[], onServer: readonly Recognisable[]) =>
  matchTables(tableOf(stored), tableOf(onServer));

const key = (text: string) => headerKey(Buffer.from(text, 'latin1'));

describe('header key', () => {
  const fields = 'Subject: Invoice 7\r\nMessage-ID: <a@example.org>\r\n\r\n';

  test('is the same for a whole message and for the fields the server cuts out of it', () => {
    const whole = `Received: by mx\r\n\tfor us\r\n${fields.slice(0, -2)}X-Spam: no\r\n\r\nSubject: in the body\r\n`;
    expect(key(whole)).toBe(key(fields));
  });

  test('does not depend on order, folding, the case of names or lone line feeds', () => {
    expect(key('MESSAGE-ID:\r\n <a@example.org>\r\nsubject:  Invoice\r\n\t7\r\n\r\n')).toBe(
      key(fields),
    );
    expect(key('Subject: Invoice 7\nMessage-ID: <a@example.org>\n\n')).toBe(key(fields));
  });

  test('differs when a field differs', () => {
    expect(key(fields.replace('7', '8'))).not.toBe(key(fields));
  });

  test.each([
    ['Subject: a\r\nMessage-ID: <a@b>\r\n\r\n', true],
    ['message-id:\r\n <a@b>', true],
    ['Subject: a\r\nMessage-ID: \r\n\r\nMessage-ID: <a@b>\r\n', false],
    ['Message-ID: \r\nSubject: a\r\n\r\n', false],
    ['X-Message-ID: <a@b>\r\n\r\n', false],
    ['', false],
  ])('%j names its message: %s', (header, expected) => {
    expect(hasMessageId(Buffer.from(header))).toBe(expected);
  });

  test('takes a header without end and an empty one', () => {
    expect(key('Subject: Invoice 7\r\nMessage-ID: <a@example.org>')).toBe(key(fields));
    expect(key('')).toBe(key('\r\n'));
  });
});

describe('matching after a change of UIDVALIDITY', () => {
  const message = (uid: number, name: string, size = 100, internalDate = 5000) => ({
    uid,
    key: name,
    size,
    internalDate,
  });

  test('pairs what is alike in header, date and size', () => {
    const pairs = match(
      [message(1, 'a'), message(2, 'b'), message(3, 'c')],
      [message(11, 'c'), message(12, 'a'), message(13, 'd')],
    );
    expect(pairs).toEqual(
      new Map([
        [1, 12],
        [3, 11],
      ]),
    );
  });

  test('two messages with the same Message-ID are two messages: nothing uncertain is paired', () => {
    expect(match([message(1, 'a')], [message(5, 'a'), message(6, 'a')]).size).toBe(0);
    expect(match([message(1, 'a'), message(2, 'a')], [message(5, 'a')]).size).toBe(0);
    expect([...match([message(1, 'a', 10), message(2, 'a', 20)], [message(5, 'a', 20)])]).toEqual([
      [2, 5],
    ]);
  });

  test('compares dates in whole seconds', () => {
    expect(match([message(1, 'a', 1, 5999)], [message(2, 'a', 1, 5000)]).size).toBe(1);
    expect(match([message(1, 'a', 1, 6000)], [message(2, 'a', 1, 5000)]).size).toBe(0);
  });
});
