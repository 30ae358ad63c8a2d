import { Readable } from 'node:stream';
import { RequestThread } from '../thread/request-thread.ts';
import type { MailCalls } from './mail-calls.ts';
import type { MessageView, ViewOptions } from './message-view.ts';
import type { PartPlace } from './part-bytes.ts';
import type { ReplyFacts } from './reply.ts';

/** Megabytes; the largest message that is shown needs a fraction. */
const heap = 512;
/** Milliseconds; within the limits of a view only a message made for it takes longer. */
const patience = 20_000;

/** Reads messages off the thread that asks: nothing that came with a message is decoded there. */
export class MailReader {
  readonly #thread: RequestThread<MailCalls>;

  constructor() {
    const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'mjs';
    const module = new URL(`./mail-thread.${ending}`, import.meta.url);
    this.#thread = new RequestThread({ task: 'reading', module, heap });
  }

  /**
   * @param path absolute
   * @throws MailstowError `message-not-stored` where the file is not there
   */
  view(path: string, options: ViewOptions): Promise<MessageView> {
    return this.#thread.call('view', { path, ...options }, patience);
  }

  /** @throws MailstowError as {@link view} does */
  source(path: string): Promise<{ text: string; cut: boolean }> {
    return this.#thread.call('source', { path }, patience);
  }

  /** @param paths absolute @returns the first words of each message, '' where it has none or cannot be read */
  previews(paths: readonly string[]): Promise<readonly string[]> {
    return this.#thread.call('previews', paths, patience);
  }

  /** @throws MailstowError as {@link view} does */
  reply(path: string): Promise<ReplyFacts> {
    return this.#thread.call('reply', { path }, patience);
  }

  /**
   * A part's bytes with their encodings taken off, read from the message's file piece by piece as they are asked
   * for, whatever its size; an error of the stream is a MailstowError.
   */
  part(path: string, place: PartPlace): Readable {
    return Readable.from(this.#pieces(path, place), { objectMode: false });
  }

  close(): Promise<void> {
    return this.#thread.stop();
  }

  async *#pieces(path: string, place: PartPlace): AsyncGenerator<Uint8Array> {
    const number = await this.#thread.call('openPart', { path, place }, patience);
    let isOpen = true;
    try {
      for (;;) {
        const piece = await this.#thread.call('nextPiece', number, patience);
        isOpen = piece !== undefined;
        if (piece === undefined) return;
        yield piece;
      }
    } finally {
      // Anyone who reads may have had enough; a thread that has ended holds nothing open.
      if (isOpen) void this.#thread.call('closePart', number, patience).catch(() => undefined);
    }
  }
}
