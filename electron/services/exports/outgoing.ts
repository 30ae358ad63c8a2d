import type { ChosenMessages } from '../../../shared/contract.ts';
import type { Language } from '../../../shared/i18n/languages.ts';
import { MailstowError } from '../../engine/errors.ts';
import { MailReader } from '../../engine/mail/mail-reader.ts';
import type { Events } from '../events.ts';
import type { Host } from '../host.ts';
import type { MailPages } from '../library/mail-pages.ts';
import type { Chosen } from './chosen.ts';
import { Exports } from './exports.ts';
import { HandOut } from './hand-out.ts';
import { pdfOf } from './paper/pdf-of.ts';
import { PrintPages } from './paper/print-pages.ts';

export interface OutgoingOptions {
  readonly host: Host;
  readonly events: Events;
  /** In which what is printed speaks. */
  language(): Language;
  choose(chosen: ChosenMessages): Promise<Chosen>;
}

/** Everything by which messages leave the archive for the person's own places. */
export class Outgoing {
  readonly calls: HandOut['calls'] & Exports['calls'];
  /** One of its own: a message that takes long on its way out holds up nobody who reads. */
  readonly #reader = new MailReader();
  readonly #pages: PrintPages;
  readonly #exports: Exports;

  constructor({ host, events, language, choose }: OutgoingOptions) {
    const pages = new PrintPages(this.#reader, language, host.language);
    this.#pages = pages;
    this.#exports = new Exports({
      ...{ host, events, choose },
      pdf: (messages, watch, signal) => {
        const { paper } = host;
        if (paper === undefined) throw new MailstowError('not-in-browser');
        return pdfOf(messages, { host, paper, pages }, { watch, signal });
      },
    });
    const handOut = new HandOut({ ...{ host, choose, pages }, reader: this.#reader });
    this.calls = { ...handOut.calls, ...this.#exports.calls };
  }

  get isRunning(): boolean {
    return this.#exports.isRunning;
  }

  /** Pages that are read, and those for paper. */
  beside(read: MailPages): MailPages {
    const printed = this.#pages.pages;
    return {
      page: async token => (await printed.page(token)) ?? read.page(token),
      part: async (token, name) => (await printed.part(token, name)) ?? read.part(token, name),
      allowsRemote: token => printed.allowsRemote(token) || read.allowsRemote(token),
    };
  }

  async close(): Promise<void> {
    await this.#exports.close();
    await this.#reader.close();
  }
}
