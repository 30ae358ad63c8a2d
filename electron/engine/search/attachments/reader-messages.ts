import type { AttachmentKind } from './kinds.ts';
import type { Reading } from './reading.ts';

/** What the child is told. */
export type ToReader =
  | {
      readonly begin: {
        readonly name: string;
        readonly type: string;
        readonly kind: AttachmentKind;
        readonly charset?: string;
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
    };

/** What the process that reads cannot reach, as it sees it itself; what is not walled off is only never used. */
export interface Walls {
  /** It cannot open a file but its own program's. */
  readonly files: boolean;
  /** It cannot start a program. */
  readonly programs: boolean;
  /** It has no network. */
  readonly network: boolean;
}
