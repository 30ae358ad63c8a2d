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
    throw new MailstowError('folder-dialog-not-here');
  }

  async chooseCertificate(): Promise<never> {
    throw new MailstowError('certificate-dialog-not-here');
  }

  async chooseTarget(): Promise<never> {
    throw new MailstowError('folder-dialog-not-here');
  }

  async deliver(file: Deliverable) {
    return { saved: false, download: this.#downloads.offer(file) };
  }

  async deliverAll(files: readonly Deliverable[]) {
    return { saved: 0, downloads: files.map(file => this.#downloads.offer(file)) };
  }

  async open({ name }: Deliverable): Promise<never> {
    throw new MailstowError('not-opened-in-browser', { args: { name } });
  }

  async visit(): Promise<boolean> {
    return false;
  }

  async show(path: string): Promise<never> {
    throw new MailstowError('path-on-other-computer', { args: { path } });
  }
}
