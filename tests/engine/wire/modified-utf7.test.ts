import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decodeModifiedUtf7,
  encodeModifiedUtf7,
} from '../../../electron/engine/wire/modified-utf7.ts';

const unicode = fc.string({ unit: 'binary' });

describe('known names', () => {
  test.each([
    ['INBOX', 'INBOX'],
    ['', ''],
    ['Entwürfe & Co/日本語', 'Entw&APw-rfe &- Co/&ZeVnLIqe-'],
    // RFC 3501 section 5.1.3
    ['~peter/mail/台北/日本語', '~peter/mail/&U,BTFw-/&ZeVnLIqe-'],
    ['📬', '&2D3c7A-'],
    ['a\tb', 'a&AAk-b'],
  ])('%j', (name, encoded) => {
    expect(encodeModifiedUtf7(name)).toBe(encoded);
    expect(decodeModifiedUtf7(encoded)).toBe(name);
  });
});

describe('properties', () => {
  test('what is encoded is printable ASCII and decodes to itself', () => {
    fc.assert(
      fc.property(unicode, name => {
        const encoded = encodeModifiedUtf7(name);
        expect(encoded).toMatch(/^[\x20-\x7e]*$/);
        expect(decodeModifiedUtf7(encoded)).toBe(name);
      }),
      { numRuns: 2000 },
    );
  });

  test('decoding anything at all gives text, and what is not valid stays as it was', () => {
    const pieces = fc.constantFrom('&', '-', '&-', 'AAA', '&AP', 'ü', '&APw-', ',', '/', '2D3c');
    fc.assert(
      fc.property(fc.array(pieces), parts => {
        const text = parts.join('');
        const decoded = decodeModifiedUtf7(text);
        expect(decodeModifiedUtf7(encodeModifiedUtf7(decoded))).toBe(decoded);
        if (!text.includes('-')) expect(decoded).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('what servers should not send', () => {
  test.each([
    ['R&D', 'R&D'],
    ['Tom & Jerry', 'Tom & Jerry'],
    ['Entwürfe', 'Entwürfe'],
    ['&APw', '&APw'],
    ['&AP-', '&AP-'],
    ['&APx-', '&APx-'],
    ['&2D0-', '&2D0-'],
    ['&!-x', '&!-x'],
    ['a&-&APw-&', 'a&ü&'],
  ])('%j reads as %j', (text, name) => {
    expect(decodeModifiedUtf7(text)).toBe(name);
  });
});

test('half a surrogate pair is refused, not altered', () => {
  expect(() => encodeModifiedUtf7('a\ud83d')).toThrow(/half a character/);
});
