import { compareWithPython, hasPython } from '../fixtures/mail/independent.ts';

/** Files of 2,000 varied messages are saved byte for byte as an independent decoder has them. */
export async function prove(scale: number): Promise<void> {
  if (!hasPython()) throw new Error('python3 is needed: its `email` is the other decoder.');
  const messages = Math.ceil(2_000 * scale);
  const files = await compareWithPython(messages, 2026);
  console.log(`${files} files of ${messages} messages are equal to what Python's email decodes`);
}
