import { i18n, loadLanguage } from '../../../../shared/i18n/i18n.ts';
import type { Language } from '../../../../shared/i18n/languages.ts';
import { openedFiles } from '../../../../shared/model/library.ts';
import { printPage } from '../../../engine/mail/html/print-page.ts';
import type { MailReader } from '../../../engine/mail/mail-reader.ts';
import { LibraryPages } from '../../library/library-pages.ts';
import type { ChosenMessage } from '../chosen.ts';

/** Messages as pages for paper, each under an address of its own until it is forgotten. */
export class PrintPages {
  readonly pages: LibraryPages;
  readonly #reader: MailReader;
  readonly #language: () => Language;
  readonly #system: string;

  /** @param language in which the head of a page speaks @param system the system's, whose region dates are written by */
  constructor(reader: MailReader, language: () => Language, system: string) {
    this.#reader = reader;
    this.#language = language;
    this.#system = system;
    this.pages = new LibraryPages(reader);
  }

  /**
   * @param remote whether pictures from elsewhere are on it
   * @returns the page's token
   * @throws MailstowError where the message cannot be read
   */
  async keep(message: ChosenMessage, remote: boolean): Promise<string> {
    const { path, headersOnly } = message;
    const view = await this.#reader.view(path, { headersOnly, remote });
    const language = await loadLanguage(this.#language());
    const t = i18n.getFixedT(language, 'app');
    const region = this.#system.startsWith(`${language}-`) ? this.#system : language;
    const when = new Intl.DateTimeFormat(region, { dateStyle: 'full', timeStyle: 'short' });
    // A list is sorted by what it shows; a single file says itself of when it is.
    const own = message.accountId === openedFiles ? view.date : undefined;
    const html = printPage(
      view,
      {
        title: view.subject || t('library.noSubject'),
        facts: [
          { name: t('print.from'), value: view.from || t('library.noSender') },
          { name: t('print.to'), value: view.to },
          { name: t('print.cc'), value: view.cc },
          { name: t('print.date'), value: when.format(own ?? message.date) },
          {
            name: t('print.attachments'),
            value: view.attachments.map(({ name }) => name || t('message.noName')).join(', '),
          },
          { name: t('print.note'), value: view.note ? t(`message.note.${view.note}`) : '' },
        ],
      },
      language,
    );
    return this.pages.add(path, { html, remote, isPrinted: true }, view.images);
  }
}
