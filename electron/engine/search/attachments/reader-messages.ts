import type { AttachmentKind } from './kinds.ts';
import type { DrawnPage, Reading, Unread } from './reading.ts';

/** What the child is told. */
export type ToReader =
  | {
      readonly begin: {
        readonly name: string;
        readonly type: string;
        readonly kind: AttachmentKind;
        readonly charset?: string;
        /** Its pages are wanted as pictures, not its words. */
        readonly isDrawn?: boolean;
      };
    }
  /** The next bytes; none at the end of the file. */
  | { readonly piece: Uint8Array | undefined };

/** What it says. */
export type FromReader =
  /** It has been loaded. */
  | { readonly ready: Walls }
  /** It wants the next bytes. */
  | { readonly more: true }
  | {
      readonly reading: Reading;
      /** Something goes on in it that nobody waits for: another process had better read the next. */
      readonly isSpent: boolean;
    }
  /** One of the pages that are wanted; the next follows unasked. */
  | { readonly page: DrawnPage }
  /** No more pages come. */
  | { readonly drawn: { readonly total: number } | { readonly unread: Unread } };

/** What the process that reads cannot reach, as it sees it itself; what is not walled off is only never used. */
export interface Walls {
  /** It cannot open a file but its own program's. */
  readonly files: boolean;
  /** It cannot start a program. */
  readonly programs: boolean;
  /** It has no network. */
  readonly network: boolean;
}
