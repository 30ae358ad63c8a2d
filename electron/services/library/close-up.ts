import type { Input, Output, Preview } from '../../../shared/contract.ts';
import type { CatalogPlace } from '../../engine/catalog/catalog-calls.ts';
import { MailstowError } from '../../engine/errors.ts';
import type { AttachedFile } from '../../engine/mail/attachments.ts';
import type { MailReader } from '../../engine/mail/mail-reader.ts';
import { CloseReader } from '../../engine/reading/close-reader.ts';
import { previewKindOf } from '../../engine/reading/preview/preview-kind.ts';
import type { FileOf } from '../../engine/reading/reading-calls.ts';
import type { Host } from '../host.ts';
import { deliverable } from './attached.ts';
import type { LibraryPages } from './library-pages.ts';
import type { LibraryService } from './library-service.ts';
import { type Drawer, PdfPreview } from './pdf-preview.ts';

export interface CloseUpOptions {
  readonly host: Host;
  readonly pages: LibraryPages;
  readonly reader: MailReader;
  /** Draws PDFs, and reads what cannot be drawn; without, they are not shown. */
  readonly drawer: Drawer | undefined;
  placeOf(which: Input<'library.source'>): Promise<CatalogPlace>;
}

/** Calendars of one message that are read. */
const mostCalendars = 10;

/** What is in a message beside its words: files, invitations, signatures. */
export class CloseUp {
  readonly #options: CloseUpOptions;
  readonly #close = new CloseReader();
  readonly #pdf: PdfPreview;
  readonly calls = {
    'library.previewAttachment': input => this.#preview(input),
    'library.saveAttachments': input => this.#saveAll(input),
    'library.invitations': input => this.#invitations(input),
    'library.protection': input => this.#protection(input),
  } satisfies Partial<LibraryService['calls']>;

  constructor(options: CloseUpOptions) {
    this.#options = options;
    this.#pdf = new PdfPreview(options);
  }

  close(): Promise<void> {
    return this.#close.close();
  }

  async #preview(which: Input<'library.previewAttachment'>): Promise<Preview> {
    const { path, attachments } = await this.#attachments(which);
    const attachment = attachments[which.index];
    if (attachment === undefined) throw gone();
    const { place, charset, name, type } = attachment;
    const file: FileOf = { path, place, charset };
    const kind = previewKindOf(name, type);
    switch (kind) {
      case undefined:
        return { shows: 'nothing', reason: 'unsupported' };
      case 'pdf':
        return this.#pdf.show(path, attachment);
      case 'picture':
        return this.#picture(file);
      default: {
        const { html, shows, isCut } = await this.#close.text(file, kind);
        return { shows, page: this.#keep(html, path, []), cut: isCut };
      }
    }
  }

  async #picture(file: FileOf): Promise<Preview> {
    const answer = await this.#close.picture(file);
    if ('unread' in answer) return { shows: 'nothing', reason: answer.unread };
    const { html, type } = answer;
    const page = this.#keep(html, file.path, [{ type, place: file.place }]);
    return { shows: 'picture', page, cut: false };
  }

  #keep(page: string, path: string, images: Parameters<LibraryPages['keep']>[1]['images']): string {
    const { host, pages } = this.#options;
    return host.mailAddress(pages.keep(path, { page, images }, false) ?? '');
  }

  async #saveAll({
    indexes,
    ...which
  }: Input<'library.saveAttachments'>): Promise<Output<'library.saveAttachments'>> {
    const { host, reader } = this.#options;
    const { path, attachments } = await this.#attachments(which);
    const wanted = indexes.map(index => attachments[index]);
    const files = wanted.map(each => {
      if (each === undefined) throw gone();
      return deliverable(reader, path, each);
    });
    return host.deliverAll(files);
  }

  async #invitations(which: Input<'library.invitations'>): Promise<Output<'library.invitations'>> {
    const { path, attachments } = await this.#attachments(which);
    const files = attachments
      .map(({ place, charset, name, type }, index) => ({ path, place, charset, name, type, index }))
      .filter(isCalendar)
      .slice(0, mostCalendars)
      .map(({ name: _name, type: _type, ...file }) => file);
    return files.length === 0 ? [] : [...(await this.#close.invitations(files))];
  }

  async #protection(which: Input<'library.protection'>): Promise<Output<'library.protection'>> {
    const { path } = await this.#options.placeOf(which);
    return this.#close.protection(path);
  }

  async #attachments({
    accountId,
    messageId,
  }: Input<'library.source'>): Promise<{ path: string; attachments: readonly AttachedFile[] }> {
    const { placeOf, reader } = this.#options;
    const { path, headersOnly } = await placeOf({ accountId, messageId });
    const { attachments } = await reader.view(path, { headersOnly, remote: false });
    return { path, attachments };
  }
}

function isCalendar({ name, type }: { readonly name: string; readonly type: string }): boolean {
  return /^(text\/(x-v)?calendar|application\/ics)$/.test(type) || /\.(ics|vcs)$/i.test(name);
}

function gone(): MailstowError {
  return new MailstowError('attachment-gone');
}
