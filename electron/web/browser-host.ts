import { MailstowError } from '../engine/errors.ts';
import type { Deliverable, Host } from '../services/host.ts';
import type { Downloads } from './downloads.ts';
import { mailPath } from './mail-routes.ts';

/** What the server can do for somebody who sits at a browser, perhaps far away from it. */
export class BrowserHost implements Host {
  readonly kind = 'browser';
  readonly language: string;
  readonly #downloads: Downloads;

  /** @param language of the system that the server runs on; the page knows that of its browser */
  constructor(downloads: Downloads, language: string) {
    this.#downloads = downloads;
    this.language = language;
  }

  mailAddress(token: string): string {
    return mailPath(token);
  }

  async chooseFolder(): Promise<never> {
    throw notHere(
      'The folder cannot be chosen in a window of the system.',
      'Choose it in the page.',
    );
  }

  async chooseCertificate(): Promise<never> {
    throw notHere(
      'The certificate cannot be chosen in a window of the system.',
      'Choose it in the page.',
    );
  }

  async deliver(file: Deliverable) {
    return { saved: false, download: this.#downloads.offer(file) };
  }

  async open({ name }: Deliverable): Promise<never> {
    throw notHere(`${name} cannot be opened from a browser.`, 'Save it and open it from there.');
  }

  async show(path: string): Promise<never> {
    throw notHere(`It is here: ${path}`, 'Open it on the computer that Mailstow runs on.');
  }
}

function notHere(message: string, nextStep: string): MailstowError {
  return new MailstowError('arguments', 'run', { message, nextStep });
}
