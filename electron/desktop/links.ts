import { type BrowserWindow, dialog, shell } from 'electron';
import { externalLink } from './addresses.ts';
import { reportError } from './report-error.ts';
import type { Words } from './words.ts';

/** Follows links out of the app, each after asking; one question at a time. */
export class Links {
  readonly #words: () => Words;
  readonly #window: () => BrowserWindow | undefined;
  #isAsking = false;

  constructor(words: () => Words, window: () => BrowserWindow | undefined) {
    this.#words = words;
    this.#window = window;
  }

  /** Does nothing about an address that must not be followed. */
  async follow(address: string): Promise<void> {
    const link = externalLink(address);
    const window = this.#window();
    if (link === undefined || window === undefined || this.#isAsking) return;
    this.#isAsking = true;
    try {
      const { t } = this.#words();
      const { response } = await dialog.showMessageBox(window, {
        type: 'question',
        message: t('linkLeadsTo', { destination: link.destination }),
        detail: link.address,
        buttons: [t('openLink'), t('cancel')],
        defaultId: 1,
        cancelId: 1,
        noLink: true,
      });
      if (response === 0) await shell.openExternal(link.address);
    } catch (error) {
      // The system has no program for it, and has said so itself.
      reportError(error);
    } finally {
      this.#isAsking = false;
    }
  }
}
