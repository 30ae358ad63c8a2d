import type { MessageView, ViewOptions } from './message-view.ts';
import type { PartPlace } from './part-bytes.ts';
import type { ReplyFacts } from './reply.ts';

/** What the thread that reads messages answers. */
export type MailCalls = {
  readonly view: {
    readonly input: ViewOptions & { readonly path: string };
    readonly output: MessageView;
  };
  readonly source: {
    readonly input: { readonly path: string };
    readonly output: { readonly text: string; readonly cut: boolean };
  };
  /** The first words of each; '' where the file is not there or cannot be read. */
  readonly previews: { readonly input: readonly string[]; readonly output: readonly string[] };
  readonly reply: { readonly input: { readonly path: string }; readonly output: ReplyFacts };
  /** Begins to decode a part. @returns the number of the reading */
  readonly openPart: {
    readonly input: { readonly path: string; readonly place: PartPlace };
    readonly output: number;
  };
  /** Its next bytes; undefined at the end, where the reading is closed. */
  readonly nextPiece: { readonly input: number; readonly output: Uint8Array | undefined };
  readonly closePart: { readonly input: number; readonly output: undefined };
};
