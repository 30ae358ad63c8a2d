import { expect, test } from 'vitest';
import { StoredIndex } from '../../../../electron/engine/archive/journal/message-table.ts';

test('100,000 messages in memory take less than 25 MB', () => {
  const sha256 = Buffer.alloc(32, 7).toString('base64url');
  const before = process.memoryUsage();
  const index = new StoredIndex();
  for (let uid = 1; uid <= 100_000; uid++) {
    index.put({ uid, size: uid, sha256, internalDate: uid * 1000, flags: '\\Seen' });
    index.setPresent(uid, true);
  }
  const after = process.memoryUsage();
  const used = after.heapUsed - before.heapUsed + after.arrayBuffers - before.arrayBuffers;
  expect(used).toBeLessThan(25e6);
  expect(index.presentUids()).toHaveLength(100_000);
  expect(index.get(99_999)).toEqual({
    uid: 99_999,
    size: 99_999,
    sha256,
    internalDate: 99_999_000,
    flags: '\\Seen',
  });
});
