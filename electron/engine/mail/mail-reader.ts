import { RequestThread } from '../thread/request-thread.ts';
import type { MailCalls } from './mail-calls.ts';
import type { MessageView, ViewOptions } from './message-view.ts';

/** Megabytes; the largest message that is shown needs a fraction. */
const heap = 512;
/** Milliseconds; within the limits of a view only a message made for it takes longer. */
const patience = 20_000;

/** Reads messages off the thread that asks. */
export class MailReader {
  readonly #thread: RequestThread<MailCalls>;

  constructor() {
    const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'mjs';
    const module = new URL(`./mail-thread.${ending}`, import.meta.url);
    this.#thread = new RequestThread({ task: 'reads messages', module, heap });
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

  close(): Promise<void> {
    return this.#thread.stop();
  }
}
