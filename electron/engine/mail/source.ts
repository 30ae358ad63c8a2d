import type { MessageFile } from './message-file.ts';

/** Bytes of a message's source that are shown. */
const longest = 1_000_000;

/** A message as it came; bytes that are no UTF-8 are shown as Windows-1252 has them. */
export function sourceOf(file: MessageFile): { text: string; cut: boolean } {
  const bytes = file.read(0, longest);
  return { text: textOf(bytes), cut: file.size > bytes.length };
}

function textOf(bytes: Buffer): string {
  try {
    // A stream, so that a letter that was cut in two is none.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
