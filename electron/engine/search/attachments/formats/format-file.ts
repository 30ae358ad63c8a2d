import type { AttachmentKind } from '../kinds.ts';
import type { Words } from './words.ts';

/** A file as its format's reader has it. */
export interface FormatFile {
  readonly name: string;
  readonly type: string;
  readonly kind: AttachmentKind;
  readonly charset?: string | undefined;
  readonly bytes: Buffer;
  /** How many messages it lies within, beyond the one it came with. */
  readonly depth: number;
}

/** Reads a file of any format. @throws Unreadable */
export type ReadFormat = (file: FormatFile, words: Words) => Promise<void>;
