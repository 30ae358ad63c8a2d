import { Readable } from 'node:stream';
import type { Input, Output } from '../../../shared/contract.ts';
import { ArchiveReader } from '../../engine/archive/archive-reader.ts';
import { MailstowError } from '../../engine/errors.ts';
import { czech } from '../../engine/report/czech.ts';
import { english } from '../../engine/report/english.ts';
import { parseReport } from '../../engine/report/parse-report.ts';
import { renderHtml } from '../../engine/report/render-html.ts';
import type { ReportWords } from '../../engine/report/report-words.ts';
import type { Profiles } from '../accounts/profiles.ts';
import type { Host } from '../host.ts';
import type { Preferences } from '../preferences.ts';

/** What the last run of an account proved, as a page to keep. */
export class Reports {
  readonly #profiles: Profiles;
  readonly #preferences: Preferences;
  readonly #host: Host;

  constructor(profiles: Profiles, preferences: Preferences, host: Host) {
    this.#profiles = profiles;
    this.#preferences = preferences;
    this.#host = host;
  }

  /** @throws MailstowError where no run has left a report */
  async save({ accountId }: Input<'archive.saveReport'>): Promise<Output<'archive.saveReport'>> {
    const { folder } = this.#profiles.get(accountId).profile;
    const report = parseReport(new ArchiveReader(folder).report('last') ?? '');
    if (report === undefined) throw noReport();
    const day = new Date(report.finishedAt).toISOString().slice(0, 10);
    const page = renderHtml(report, this.#words());
    return await this.#host.deliver({
      name: `Mailstow ${report.account.user} ${day}.html`,
      type: 'text/html',
      dangerous: false,
      open: () => Readable.from([Buffer.from(page)]),
    });
  }

  /** Shows the account's folder in the system's file manager. */
  async showFolder({ accountId }: Input<'archive.showFolder'>): Promise<void> {
    await this.#host.show(this.#profiles.get(accountId).profile.folder);
  }

  /** In the language of the window. */
  #words(): ReportWords {
    const { language } = this.#preferences.get();
    return /^cs\b/i.test(language === 'system' ? this.#host.language : language) ? czech : english;
  }
}

function noReport(): MailstowError {
  return new MailstowError('output-folder', 'run', {
    message: 'There is no report for this account yet.',
    nextStep: 'Archive it once; every run leaves a report.',
  });
}
