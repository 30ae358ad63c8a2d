import type { Certificate } from '../../../shared/model/certificate.ts';
import type { Failure } from '../../../shared/model/failure.ts';
import type { RunEvent, RunRequest, RunResult } from '../../../shared/model/run.ts';
import { version } from '../../../shared/version.ts';
import { isComplete } from '../certificate/verdict.ts';
import type { MailboxResult } from './archive-mailbox.ts';

const nothing = { stored: 0, octets: 0 };

/** What a run has come to so far, so that it can be certified however it ends. */
export class RunRecord {
  readonly #startedAt = Date.now();
  readonly #results: MailboxResult[] = [];
  readonly #problems: Failure[] = [];
  readonly #done = new Set<string>();
  #chosen: readonly string[] = [];
  #unfinished = nothing;

  /** The mailboxes that the run is to archive. */
  chose(mailboxes: readonly string[]): void {
    this.#chosen = mailboxes;
  }

  finished(result: MailboxResult): void {
    this.#done.add(result.report.mailbox);
    this.#results.push(result);
    this.#problems.push(...result.report.problems);
    this.#unfinished = nothing;
  }

  failed(mailbox: string, failure: Failure): void {
    this.#done.add(mailbox);
    this.#problems.push(failure);
    this.#unfinished = nothing;
  }

  /** Follows the mailbox that is not finished yet. */
  note(event: RunEvent): void {
    if (event.event === 'progress') this.#unfinished = event;
  }

  result(): RunResult {
    const sum = (of: (result: MailboxResult) => number) =>
      this.#results.reduce((total, result) => total + of(result), 0);
    return {
      stored: sum(result => result.stored),
      renamed: sum(result => result.renamed),
      octets: sum(result => result.octets),
      mailboxes: this.#results.map(result => result.report),
      problems: this.#problems,
    };
  }

  /**
   * @param folder the archive's, absolute
   * @param ended what ended the run before its end
   */
  certificate(
    { credentials, server, selection }: RunRequest,
    folder: string,
    ended?: Failure,
  ): Certificate {
    const { stored, renamed, octets, mailboxes, problems } = this.result();
    const notReached = this.#chosen.filter(mailbox => !this.#done.has(mailbox));
    const end = ended === undefined ? {} : { ended };
    return {
      format: 1,
      mailstow: version,
      account: { user: credentials.user, host: server.host },
      folder,
      selection,
      startedAt: this.#startedAt,
      finishedAt: Date.now(),
      complete: isComplete({ mailboxes, notReached, problems, ...end }),
      stored: stored + this.#unfinished.stored,
      renamed,
      octets: octets + this.#unfinished.octets,
      mailboxes,
      notReached,
      problems,
      ...end,
    };
  }
}
