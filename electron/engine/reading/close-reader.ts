import type { Invitation } from '../../../shared/model/invitation.ts';
import type { PreviewKind } from '../../../shared/model/preview.ts';
import type { Protection } from '../../../shared/model/protection.ts';
import { RequestThread } from '../thread/request-thread.ts';
import type { PictureAnswer } from './preview/picture.ts';
import type { TextPage } from './preview/text.ts';
import type { FileOf, ReadingCalls } from './reading-calls.ts';

/** Megabytes. */
const heap = 256;
/** Milliseconds; only what was made for it takes longer. */
const patience = 15_000;

/**
 * Looks closer at a message: at its files, invitations and signatures. In a thread of its own, beside the one that shows
 * messages, so that nothing that hangs here holds up what is read.
 */
export class CloseReader {
  readonly #thread: RequestThread<ReadingCalls>;

  constructor() {
    const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'mjs';
    const module = new URL(`./reading-thread.${ending}`, import.meta.url);
    this.#thread = new RequestThread({ task: 'reading', module, heap });
  }

  /** @throws MailstowError as all that follow, where the message's file is gone or reading takes too long */
  picture(file: FileOf): Promise<PictureAnswer> {
    return this.#thread.call('picture', file, patience);
  }

  text(file: FileOf, kind: PreviewKind): Promise<TextPage> {
    return this.#thread.call('text', { ...file, kind }, patience);
  }

  invitations(
    files: readonly (FileOf & { readonly index: number })[],
  ): Promise<readonly Invitation[]> {
    return this.#thread.call('invitations', files, patience);
  }

  protection(path: string): Promise<Protection> {
    return this.#thread.call('protection', { path }, patience);
  }

  close(): Promise<void> {
    return this.#thread.stop();
  }
}
