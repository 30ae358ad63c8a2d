import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KeptBytes } from '../../../electron/engine/pop3/run/kept-bytes.ts';

test('the first bytes are kept, in whatever pieces they come', () => {
  const piece = fc.uint8Array({ maxLength: 9_000 }).map(bytes => Buffer.from(bytes));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), fc.nat(30_000), (pieces, most) => {
      const kept = new KeptBytes(most);
      for (const each of pieces) {
        const octets = Buffer.from(each);
        kept.add(octets);
        octets.fill(0);
      }
      expect(kept.bytes.equals(Buffer.concat(pieces).subarray(0, most))).toBe(true);
    }),
  );
});

test('pieces of two bytes cost no more than their bytes', () => {
  const most = 8 * 1024 * 1024;
  const kept = new KeptBytes(most);
  const piece = Buffer.from('\n.');
  for (let bytes = 0; bytes < most + 10; bytes += piece.length) kept.add(piece);
  expect(kept.bytes.length).toBe(most);
  expect(kept.bytes.buffer.byteLength).toBe(most);
});
