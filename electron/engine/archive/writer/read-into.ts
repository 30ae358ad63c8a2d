import { createHash } from 'node:crypto';
import { closeSync, readSync } from 'node:fs';
import { openForReading } from '../disk/guarded-files.ts';
import type { StoredMessage } from '../journal/message-table.ts';
import type { MessageData, MessageWriter } from './message-writer.ts';

/** Bytes of a large file read at once. */
const chunkBytes = 256 * 1024;

/**
 * Reads a stored file into a writer.
 * @param path absolute
 * @returns the bytes for `store`; undefined where the file does not hold what was stored
 */
export async function readInto(
  writer: MessageWriter,
  path: string,
  { size, sha256 }: StoredMessage,
): Promise<MessageData | undefined> {
  const file = openForReading(path);
  try {
    await writer.ready();
    const target = writer.open(size);
    const data: MessageData = Buffer.isBuffer(target)
      ? { kind: 'memory', bytes: target }
      : { kind: 'streamed', size, sink: target };
    const chunk = Buffer.isBuffer(target) ? target : Buffer.alloc(chunkBytes);
    const sum = createHash('sha256');
    let left = size;
    while (left > 0) {
      const start = Buffer.isBuffer(target) ? size - left : 0;
      const read = readSync(file, chunk, start, Math.min(left, chunk.length - start), null);
      if (read === 0) break;
      left -= read;
      sum.update(chunk.subarray(start, start + read));
      if (Buffer.isBuffer(target)) continue;
      target.write(chunk.subarray(0, read));
      await writer.ready();
    }
    const found = sum.digest('base64url');
    if (left === 0 && found === (sha256 ?? found)) return data;
    writer.discard(data);
    return undefined;
  } finally {
    closeSync(file);
  }
}
