/**
 * Which bytes of a message a file holds, after the options of imapcl: `-h` keeps headers only, `-n`
 * keeps what was unseen. The folders layout uses `full` and `header` alone.
 */
export type MessageKind = 'full' | 'header' | 'new' | 'new_header';

export const messageKinds: readonly MessageKind[] = ['full', 'header', 'new', 'new_header'];

/** Whether files of both kinds hold the same bytes of a message. */
export function sameBytes(a: MessageKind, b: MessageKind): boolean {
  return isHeader(a) === isHeader(b);
}

export function isHeader(kind: MessageKind): boolean {
  return kind === 'header' || kind === 'new_header';
}
