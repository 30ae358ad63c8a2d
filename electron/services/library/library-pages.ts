import { randomBytes } from 'node:crypto';
import { imageName } from '../../engine/mail/html/image-name.ts';
import type { MailReader } from '../../engine/mail/mail-reader.ts';
import type { MessageView } from '../../engine/mail/message-view.ts';
import type { MailPage, MailPages, MailPart } from './mail-pages.ts';

/** Pages that are remembered: several windows may show one each and go back to the one before. */
const mostPages = 16;

interface Kept extends MailPage {
  readonly path: string;
  readonly images: MessageView['images'];
}

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
  keep(path: string, { page, images }: MessageView, remote: boolean): string | undefined {
    if (page === undefined) return undefined;
    return this.add({ html: page, remote, path, images });
  }

  /** @returns its token */
  add(page: Kept): string {
    const token = randomBytes(16).toString('hex');
    this.#pages.set(token, page);
    for (const oldest of this.#pages.keys()) {
      if (this.#pages.size <= mostPages) break;
      this.#pages.delete(oldest);
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
    const { path, images } = this.#pages.get(token) ?? {};
    const image = images?.find((_image, index) => imageName(index) === name);
    if (path === undefined || image === undefined) return undefined;
    return { type: image.type, open: () => this.#reader.part(path, image.place) };
  }

  allowsRemote(token: string): boolean {
    return this.#pages.get(token)?.remote === true;
  }
}
