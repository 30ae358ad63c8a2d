import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MailstowError } from '../../../electron/engine/errors.ts';
import { type MailboxName, mailboxName } from '../../../electron/engine/mailbox-name.ts';
import { nameBelow, typedName } from '../../../electron/engine/mailboxes/new-name.ts';
import {
  decodeModifiedUtf7,
  encodeModifiedUtf7,
} from '../../../electron/engine/wire/modified-utf7.ts';

const plain = { delimiter: '/', prefix: '' };
const belowInbox = { delimiter: '.', prefix: 'INBOX.' };
const flat = { delimiter: null, prefix: '' };

function codeOf(make: () => MailboxName): string {
  try {
    return `made ${make().text}`;
  } catch (error) {
    return error instanceof MailstowError ? (error.failure.code ?? '') : String(error);
  }
}

describe('a name that was typed whole', () => {
  test.each([
    ['Work', plain, 'made Work'],
    ['Work/2024', plain, 'made Work/2024'],
    ['旅行/手紙', plain, 'made 旅行/手紙'],
    // One letter, and not two that look like it (RFC 5198).
    ['Entwu\u0308rfe', plain, 'made Entwürfe'],
    ['Work', belowInbox, 'made INBOX.Work'],
    ['INBOX.Work', belowInbox, 'made INBOX.Work'],
    ['inbox.Work', belowInbox, 'made INBOX.Work'],
    ['a/b', flat, 'made a/b'],
    ['', plain, 'new-mailbox-without-name'],
    [' \u3000', plain, 'new-mailbox-without-name'],
    ['/Work', plain, 'new-mailbox-with-empty-level'],
    ['Work/', plain, 'new-mailbox-with-empty-level'],
    ['a//b', plain, 'new-mailbox-with-empty-level'],
    ['a/ /b', plain, 'new-mailbox-with-empty-level'],
    ['..', plain, 'new-mailbox-reserved'],
    ['a/./b', plain, 'new-mailbox-reserved'],
    ['Inbox', plain, 'new-mailbox-reserved'],
    ['INBOX', belowInbox, 'new-mailbox-reserved'],
    ['a\tb', plain, 'new-mailbox-with-control'],
    ['a\u0085b', plain, 'new-mailbox-with-control'],
    ['a\u2028b', plain, 'new-mailbox-with-control'],
    ['half \ud83d', plain, 'mailbox-name-with-half-character'],
    ['x'.repeat(255), plain, `made ${'x'.repeat(255)}`],
    ['x'.repeat(256), plain, 'new-mailbox-too-long'],
    // 300 bytes of UTF-8 and 269 of modified UTF-7.
    ['語'.repeat(100), plain, 'new-mailbox-too-long'],
  ])('%j with %j: %s', (typed, space, outcome) => {
    expect(codeOf(() => typedName(typed, space))).toBe(outcome);
  });
});

describe('a name below another', () => {
  test('is one level', () => {
    const work = mailboxName('Work', '/');
    expect(nameBelow(work, '2024', plain).text).toBe('Work/2024');
    expect(nameBelow(undefined, '2024', belowInbox).text).toBe('INBOX.2024');
    expect(codeOf(() => nameBelow(work, 'a/b', plain))).toBe('new-mailbox-with-separator');
    expect(codeOf(() => nameBelow(work, '', plain))).toBe('new-mailbox-without-name');
    expect(codeOf(() => nameBelow(work, 'a', flat))).toBe('mailboxes-without-levels');
    // What is below the inbox may be called so.
    expect(nameBelow(mailboxName('INBOX', '.'), 'INBOX', belowInbox).text).toBe('INBOX.INBOX');
  });

  test('keeps the spelling that the server has for the one above', () => {
    // Latin-1 on the wire, which no encoding of the text gives.
    const odd = { ...mailboxName('Entwürfe', '/'), raw: 'Entw\xfcrfe' };
    expect(nameBelow(odd, '手紙', plain).raw).toBe('Entw\xfcrfe/&Ykt9GQ-');
    for (const raw of ['Entw&APw-rfe', Buffer.from('Entwürfe').toString('latin1')]) {
      expect(nameBelow({ ...odd, raw }, '手紙', plain).raw).toBeUndefined();
    }
  });
});

test('whatever is typed, a name that is made can be sent, comes back the same, and lies where it was put', () => {
  const piece = fc.constantFrom(
    ...['INBOX', 'inbox', 'Up', '.', '/', '\\', ' ', '&', '語', 'e\u0301', '\n'],
  );
  const anything = fc.array(piece, { maxLength: 6 }).map(pieces => pieces.join(''));
  const hostile = fc.string({ unit: 'binary', maxLength: 40 });
  const spaces = fc.constantFrom(plain, belowInbox, flat, { delimiter: '\\', prefix: '' });
  fc.assert(
    fc.property(fc.oneof(anything, hostile), spaces, fc.boolean(), (typed, space, isBelow) => {
      const parent =
        isBelow && space.delimiter !== null ? mailboxName('Up', space.delimiter) : undefined;
      let name: MailboxName;
      try {
        name = parent === undefined ? typedName(typed, space) : nameBelow(parent, typed, space);
      } catch (error) {
        expect(error).toBeInstanceOf(MailstowError);
        return;
      }
      expect(decodeModifiedUtf7(encodeModifiedUtf7(name.text))).toBe(name.text);
      expect(name.text).not.toMatch(/\p{Cc}/u);
      expect(name.text.startsWith(parent === undefined ? space.prefix : 'Up')).toBe(true);
      expect(name.text.toUpperCase()).not.toBe('INBOX');
      const levels = space.delimiter === null ? [name.text] : name.text.split(space.delimiter);
      for (const level of levels) expect(['', '.', '..']).not.toContain(level);
      if (parent !== undefined) expect(levels).toHaveLength(2);
    }),
  );
});
