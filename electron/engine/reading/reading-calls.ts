import type { Invitation } from '../../../shared/model/invitation.ts';
import type { PreviewKind } from '../../../shared/model/preview.ts';
import type { Protection } from '../../../shared/model/protection.ts';
import type { PartPlace } from '../mail/part-bytes.ts';
import type { PictureAnswer } from './preview/picture.ts';
import type { TextPage } from './preview/text.ts';

/** A file that came with a message. */
export interface FileOf {
  /** Of the message, absolute. */
  readonly path: string;
  readonly place: PartPlace;
  readonly charset: string | undefined;
}

/** What the thread that looks closer at messages answers. */
export type ReadingCalls = {
  readonly picture: { readonly input: FileOf; readonly output: PictureAnswer };
  readonly text: {
    readonly input: FileOf & { readonly kind: PreviewKind };
    readonly output: TextPage;
  };
  /** Each event once, whatever files tell of it. */
  readonly invitations: {
    readonly input: readonly (FileOf & { readonly index: number })[];
    readonly output: readonly Invitation[];
  };
  readonly protection: { readonly input: { readonly path: string }; readonly output: Protection };
};
