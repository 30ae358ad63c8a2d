import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { imageName } from '../../engine/mail/html/image-name.ts';
import type { MailReader } from '../../engine/mail/mail-reader.ts';
import type { MessageView } from '../../engine/mail/message-view.ts';
import type { MailPage, MailPages, MailPart } from './mail-pages.ts';

/** Pages that are remembered: several windows may show one each and go back to the one before. */
const mostPages = 16;

/** Bytes of pictures that are held for pages whose pictures stand in no message. */
const mostHeld = 48 * 1024 * 1024;

interface Kept extends MailPage {
  readonly images: readonly MailPart[];
  readonly held: number;
}

type PageView = Pick<MessageView, 'page' | 'images'>;

/** The pages of the messages that were looked at last. */
export class LibraryPages implements MailPages {
  readonly #pages = new Map<string, Kept>();
  readonly #reader: MailReader;

  constructor(reader: MailReader) {
    this.#reader = reader;
  }

  /**
   * @param path of the message, absolute
   * @returns the page's token; undefined where the message has none
   */
  keep(path: string, { page, images }: PageView, remote: boolean): string | undefined {
    if (page === undefined) return undefined;
    return this.add(path, { html: page, remote }, images);
  }

  /** @returns the page's token */
  add(path: string, page: MailPage, images: MessageView['images']): string {
    const parts = images.map(({ type, place }) => ({
      type,
      open: () => this.#reader.part(path, place),
    }));
    return this.#keep({ ...page, images: parts, held: 0 });
  }

  /** @param images each as a PNG @returns the token of a page that shows them by {@link imageName} */
  keepDrawn(html: string, images: readonly Uint8Array[]): string {
    const parts = images.map(png => ({
      type: 'image/png',
      open: () => Readable.from([png], { objectMode: false }),
    }));
    const held = images.reduce((sum, { length }) => sum + length, 0);
    return this.#keep({ html, remote: false, images: parts, held });
  }

  #keep(page: Kept): string {
    const token = randomBytes(16).toString('hex');
    this.#pages.set(token, page);
    let held = [...this.#pages.values()].reduce((sum, each) => sum + each.held, 0);
    for (const [oldest, { held: freed }] of this.#pages) {
      if (oldest === token || (this.#pages.size <= mostPages && held <= mostHeld)) break;
      this.#pages.delete(oldest);
      held -= freed;
    }
    return token;
  }

  forget(token: string): void {
    this.#pages.delete(token);
  }

  async page(token: string): Promise<MailPage | undefined> {
    return this.#pages.get(token);
  }

  async part(token: string, name: string): Promise<MailPart | undefined> {
    const { images } = this.#pages.get(token) ?? {};
    return images?.find((_image, index) => imageName(index) === name);
  }

  allowsRemote(token: string): boolean {
    return this.#pages.get(token)?.remote === true;
  }
}
