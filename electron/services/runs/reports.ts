import { Readable } from 'node:stream';
import type { Input, Output } from '../../../shared/contract.ts';
import { ArchiveReader } from '../../engine/archive/archive-reader.ts';
import { MailstowError } from '../../engine/errors.ts';
import { parseReport } from '../../engine/report/parse-report.ts';
import { renderHtml } from '../../engine/report/render-html.ts';
import type { ArchiveFolders } from '../archives/archive-folders.ts';
import type { Host } from '../host.ts';
import type { Preferences } from '../preferences.ts';
import { reportWords } from './report-language.ts';

/** What the last run of an account proved, as a page to keep. */
export class Reports {
  readonly #folders: ArchiveFolders;
  readonly #preferences: Preferences;
  readonly #host: Host;

  constructor(folders: ArchiveFolders, preferences: Preferences, host: Host) {
    this.#folders = folders;
    this.#preferences = preferences;
    this.#host = host;
  }

  /** @throws MailstowError where no run has left a report */
  async save({ accountId }: Input<'archive.saveReport'>): Promise<Output<'archive.saveReport'>> {
    const folder = this.#folders.folderOf(accountId);
    const report = parseReport(new ArchiveReader(folder).report('last') ?? '');
    if (report === undefined) throw noReport();
    const day = new Date(report.finishedAt).toISOString().slice(0, 10);
    const page = renderHtml(
      report,
      await reportWords(this.#preferences.language(this.#host.language)),
    );
    return await this.#host.deliver({
      name: `Mailstow ${report.account.user} ${day}.html`,
      type: 'text/html',
      dangerous: false,
      open: () => Readable.from([Buffer.from(page)]),
    });
  }

  /** Shows the account's folder in the system's file manager. */
  async showFolder({ accountId }: Input<'archive.showFolder'>): Promise<void> {
    await this.#host.show(this.#folders.folderOf(accountId));
  }
}

function noReport(): MailstowError {
  return new MailstowError('no-report-yet');
}
