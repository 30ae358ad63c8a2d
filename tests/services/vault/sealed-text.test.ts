import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  keyBytes,
  type SealedText,
  seal,
  unseal,
} from '../../../electron/services/vault/sealed-text.ts';

const key = randomBytes(keyBytes);
const parts = ['nonce', 'tag', 'text'] as const;

describe('a sealed text', () => {
  test('opens with its key for what it belongs to, and looks different each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, of) => {
        const sealed = seal(key, of, text.toWellFormed());
        expect(unseal(key, of, sealed)).toBe(text.toWellFormed());
        expect(seal(key, of, text)).not.toEqual(sealed);
      }),
    );
  });

  test('opens for nothing else, and with no other key', () => {
    const sealed = seal(key, 'jana', 'sécret');
    expect(unseal(key, 'ivan', sealed)).toBeUndefined();
    expect(unseal(randomBytes(keyBytes), 'jana', sealed)).toBeUndefined();
  });

  test('does not open once a bit of it was changed', () => {
    const sealed = seal(key, 'jana', 'sécret');
    fc.assert(
      fc.property(fc.constantFrom(...parts), fc.nat(), (part, bit) => {
        const bytes = Buffer.from(sealed[part], 'base64');
        const at = bit % (bytes.length * 8);
        bytes[at >> 3] = (bytes[at >> 3] ?? 0) ^ (1 << (at & 7));
        const changed = { ...sealed, [part]: bytes.toString('base64') };
        expect(unseal(key, 'jana', changed)).toBeUndefined();
      }),
    );
  });

  test('does not open cut short or made up, and never throws', () => {
    const sealed = seal(key, 'jana', 'sécret');
    const short = fc.constantFrom(...parts).chain(part =>
      fc.nat(Buffer.from(sealed[part], 'base64').length - 1).map(length => ({
        ...sealed,
        [part]: Buffer.from(sealed[part], 'base64').subarray(0, length).toString('base64'),
      })),
    );
    const madeUp = fc.record({
      nonce: fc.base64String(),
      tag: fc.base64String(),
      text: fc.base64String(),
    });
    fc.assert(
      fc.property(fc.oneof(short, madeUp), (each: SealedText) => {
        expect(unseal(key, 'jana', each)).toBeUndefined();
      }),
    );
  });
});
