import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFetchItems, requireOffered } from '../../electron/cli/mailstow/inspect/fetch-items.ts';

const asked = (...words: string[]) => readFetchItems(words).map(({ item }) => item);

test('items are read however they are put together, and each is asked for once', () => {
  expect(asked('flags', '(UID envelope)', 'FLAGS')).toEqual(['FLAGS', 'UID', 'ENVELOPE']);
  expect(asked('ALL')).toEqual(['FLAGS', 'INTERNALDATE', 'RFC822.SIZE', 'ENVELOPE']);
  expect(asked('body[header.fields (Date Subject)] UID')).toEqual([
    'BODY.PEEK[HEADER.FIELDS (DATE SUBJECT)]',
    'UID',
  ]);
});

test('BODY and BINARY are asked for in the way that marks nothing as read', () => {
  expect(asked('BODY[]', 'body[1.2.mime]<0.100>', 'BINARY[2]')).toEqual([
    'BODY.PEEK[]',
    'BODY.PEEK[1.2.MIME]<0.100>',
    'BINARY.PEEK[2]',
  ]);
});

test.each([
  ...['()', 'NOTHING', 'BODY[', 'BODY[0]', 'BODY[1.]', 'BODY[MIME]', 'BODY[1]<0>', 'BODY[1]<0.0>'],
  ...['BODY[]<4294967296.1>', 'BODY[HEADER.FIELDS ()]', 'BINARY[TEXT]', 'BINARY.SIZE[1]<0.1>'],
  ...['BODY.SIZE[1]', 'BODY[1])\r\nA2 DELETE INBOX', 'FLAGS)\r\nX', 'BODY[HEADER.FIELDS (a"b)]'],
])('%j is no item', word => {
  expect(() => readFetchItems([word])).toThrow(/nothing that a message can be asked for/);
});

test('whatever is typed, what is sent is one list of items', () => {
  const item = /^(?:[A-Z0-9.-]+|(?:BODY|BINARY)\.(?:PEEK|SIZE)\[[A-Z0-9. ()_-]*\](?:<\d+\.\d+>)?)$/;
  const pieces = fc.constantFrom(
    'BODY',
    '[',
    ']',
    '<',
    '>',
    '0',
    '1',
    '.',
    'TEXT',
    ' ',
    '\r\n',
    '(',
  );
  const typed = fc.oneof(
    fc.string(),
    fc.array(pieces).map(each => each.join('')),
  );
  fc.assert(
    fc.property(fc.array(typed, { maxLength: 4 }), words => {
      let items: ReturnType<typeof readFetchItems> = [];
      try {
        items = readFetchItems(words);
      } catch (error) {
        expect(error).toMatchObject({ failure: { kind: 'arguments' } });
      }
      for (const each of items) expect(each.item).toMatch(item);
    }),
  );
});

test('what a server lacks is said by name; IMAP4rev2 has no RFC822', () => {
  const rev2 = new Set(['IMAP4REV2']);
  expect(() => requireOffered(readFetchItems(['RFC822']), rev2)).toThrow(/lacks IMAP4REV1/);
  expect(() => requireOffered(readFetchItems(['MODSEQ']), rev2)).toThrow(/CONDSTORE or QRESYNC/);
  requireOffered(readFetchItems(['BINARY[1]', 'BODY[]', 'FLAGS']), rev2);
});
