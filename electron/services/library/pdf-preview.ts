import type { Preview } from '../../../shared/contract.ts';
import type { AttachedFile } from '../../engine/mail/attachments.ts';
import type { MailReader } from '../../engine/mail/mail-reader.ts';
import { pagesPage } from '../../engine/reading/preview/pages.ts';
import { wordsPage } from '../../engine/reading/preview/text.ts';
import type {
  AttachedBytes,
  DrawsAttachments,
  ReadsAttachments,
  Unread,
} from '../../engine/search/attachments/reading.ts';
import type { Host } from '../host.ts';
import type { LibraryPages } from './library-pages.ts';

export type Drawer = DrawsAttachments & ReadsAttachments & { close(): Promise<void> };

interface PdfPreviewOptions {
  readonly host: Host;
  readonly pages: LibraryPages;
  readonly reader: MailReader;
  readonly drawer: Drawer | undefined;
}

/** Shows PDFs as pictures of their pages, made in a process of its own; where that fails, their words. */
export class PdfPreview {
  readonly #options: PdfPreviewOptions;

  constructor(options: PdfPreviewOptions) {
    this.#options = options;
  }

  /** @param path of the message, absolute */
  async show(path: string, file: AttachedFile): Promise<Preview> {
    const { drawer, host, pages, reader } = this.#options;
    if (drawer === undefined) return { shows: 'nothing', reason: 'unsupported' };
    const bytes = (): AttachedBytes => ({
      name: file.name,
      type: 'application/pdf',
      pieces: reader.part(path, file.place),
    });
    const drawing = await drawer.draw(bytes());
    if ('pages' in drawing && drawing.pages.length > 0) {
      const html = pagesPage(drawing.pages.map(({ words }) => words));
      const token = pages.keepDrawn(
        html,
        drawing.pages.map(({ png }) => png),
      );
      const cut = drawing.pages.length < drawing.total;
      return { shows: 'pages', page: host.mailAddress(token), cut };
    }
    const reading = await drawer.read(bytes());
    if ('unread' in reading) return { shows: 'nothing', reason: reasonOf(reading.unread) };
    const page = host.mailAddress(pages.keepDrawn(wordsPage(reading.text), []));
    return { shows: 'words', page, cut: reading.cut };
  }
}

function reasonOf(why: Unread): Extract<Preview, { shows: 'nothing' }>['reason'] {
  switch (why) {
    case 'encrypted':
    case 'damaged':
    case 'too-large':
    case 'unsupported':
      return why;
    default:
      return 'failed';
  }
}
