import { readFormat } from './formats/read-format.ts';
import { Unreadable } from './formats/unreadable.ts';
import { Words } from './formats/words.ts';
import { mostBytes } from './kinds.ts';
import type { Reading } from './reading.ts';
import type { ReceivedFile } from './received-file.ts';

/** Reads what has arrived; whatever it is, this answers. */
export async function readBytes(
  file: ReceivedFile,
): Promise<{ readonly reading: Reading; readonly isSpent: boolean }> {
  const words = new Words();
  const reading = await readInto(words, file);
  return { reading, isSpent: words.isLeftBehind };
}

async function readInto(words: Words, file: ReceivedFile): Promise<Reading> {
  const { announced, isTooLong } = file;
  if (isTooLong && !mostBytes(announced.kind).isCut) return { unread: 'too-large' };
  try {
    await readFormat({ ...announced, bytes: file.bytes(), depth: 0 }, words);
  } catch (error) {
    const unread = error instanceof Unreadable ? error.why : 'damaged';
    // What was read before the damage can be found.
    return words.isEmpty ? { unread } : { text: words.text, cut: true };
  }
  return { text: words.text, cut: words.isCut || isTooLong };
}
