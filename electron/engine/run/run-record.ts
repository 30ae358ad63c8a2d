import type { Failure } from '../../../shared/model/failure.ts';
import type { HistoryEntry } from '../../../shared/model/history.ts';
import type { OtherMailbox } from '../../../shared/model/mailbox.ts';
import type { CompletenessReport } from '../../../shared/model/report.ts';
import type { RunEvent, RunRequest, RunResult } from '../../../shared/model/run.ts';
import type { Period, Verdict } from '../../../shared/model/verdict.ts';
import type { Warning } from '../../../shared/model/warning.ts';
import { version } from '../../../shared/version.ts';
import { endedOf } from '../report/ended.ts';
import { judge } from '../report/judge.ts';
import { covering } from './download/period.ts';
import type { MailboxResult } from './mailbox-run.ts';

/** A run may warn of every file; what is beyond this is counted. */
const warningsKept = 1_000;

interface Proof {
  readonly verdict: Verdict;
  readonly report: CompletenessReport;
  readonly history: HistoryEntry;
}

/** The mailbox that the run is at. */
interface Unfinished {
  readonly onServer: number;
  readonly selected: number;
  readonly toFetch: number;
  readonly stored: number;
  readonly bytes: number;
}

const nothing: Unfinished = { onServer: 0, selected: 0, toFetch: 0, stored: 0, bytes: 0 };

/** What a run has come to so far, so that it can be judged and reported however it ends. */
export class RunRecord {
  readonly #startedAt = Date.now();
  readonly #results: MailboxResult[] = [];
  readonly #problems: Failure[] = [];
  readonly #others: OtherMailbox[] = [];
  /** By their words: what a server says at each connection is one thing to know. */
  readonly #warnings = new Map<string, Warning>();
  readonly #done = new Set<string>();
  #warned = 0;
  #chosen: readonly string[] = [];
  #unfinished = nothing;
  /** Of mailboxes that were given up or put off after a part of them. */
  #cutShort = { stored: 0, bytes: 0 };

  /** The mailboxes that the run is to archive. */
  chose(mailboxes: readonly string[]): void {
    this.#chosen = mailboxes;
  }

  /** Mailboxes that it is not to archive, or cannot. */
  leftOut(others: readonly OtherMailbox[]): void {
    this.#others.push(...others);
  }

  finished(result: MailboxResult): void {
    this.#done.add(result.report.mailbox);
    this.#results.push(result);
    this.#problems.push(...result.report.problems);
    this.#unfinished = nothing;
  }

  /** @param messages on the server, where it told */
  failed(mailbox: string, failure: Failure, messages: number | undefined): void {
    this.passed(mailbox, [
      { mailbox, reason: 'failed', ...(messages !== undefined && { messages }) },
    ]);
    this.#problems.push(failure);
  }

  /** A chosen mailbox is none to archive, and perhaps one to tell of. */
  passed(mailbox: string, others: readonly OtherMailbox[]): void {
    this.#done.add(mailbox);
    this.#others.push(...others);
    this.#cut();
  }

  problem(failure: Failure): void {
    this.#problems.push(failure);
  }

  /** Keeps warnings, and follows the mailbox that is not finished yet. */
  note(event: RunEvent): void {
    if (event.event === 'mailbox') {
      const { onServer, selected, toFetch } = event;
      this.#cut();
      this.#unfinished = { ...nothing, onServer, selected, toFetch };
    } else if (event.event === 'progress') {
      const { stored, storedBytes: bytes } = event;
      this.#unfinished = { ...this.#unfinished, stored, bytes };
    } else if (event.event === 'warning') {
      const { event: _, ...warning } = event;
      if (this.#warnings.has(warning.message)) return;
      this.#warned += 1;
      if (this.#warnings.size < warningsKept) this.#warnings.set(warning.message, warning);
    }
  }

  /** @param ended what ended the run before its end */
  verdict(ended?: Failure): Verdict {
    const { onServer, selected, toFetch, stored } = this.#unfinished;
    return judge({
      ...this.#sums(),
      others: this.#others,
      notReached: this.#notReached(),
      problems: this.#problems,
      warnings: this.#warned,
      milliseconds: Date.now() - this.#startedAt,
      period: this.#results.reduce<Period | undefined>(
        (period, result) => covering(period, result.period),
        undefined,
      ),
      unfinished: { onServer, selected, archived: selected - toFetch + stored },
      ...(ended !== undefined && { ended }),
    });
  }

  result(verdict: Verdict): RunResult {
    return {
      ...this.#sums(),
      others: this.#others,
      problems: this.#problems,
      warnings: [...this.#warnings.values()],
      verdict,
    };
  }

  /**
   * What the archive keeps of it.
   * @param folder the archive's, absolute
   * @param ended what ended the run before its end
   */
  proof(request: RunRequest, folder: string, ended?: Failure): Proof {
    const verdict = this.verdict(ended);
    const report = this.#report(request, folder, verdict, ended);
    const { startedAt, finishedAt, renamed } = report;
    const end = ended !== undefined && { ended: endedOf(ended) };
    const history: HistoryEntry = {
      what: 'run',
      startedAt,
      finishedAt,
      verdict,
      renamed,
      ...end,
    };
    return { verdict, report, history };
  }

  #report(
    { credentials, server, selection }: RunRequest,
    folder: string,
    verdict: Verdict,
    ended?: Failure,
  ): CompletenessReport {
    return {
      format: 1,
      mailstow: version,
      account: {
        user: credentials.user,
        host: server.host,
        ...(server.protocol === 'pop3' && { protocol: server.protocol }),
      },
      folder,
      selection,
      startedAt: this.#startedAt,
      finishedAt: Date.now(),
      complete: verdict.state === 'complete',
      ...this.result(verdict),
      notReached: this.#notReached(),
      ...(ended !== undefined && { ended }),
    };
  }

  #cut(): void {
    this.#cutShort.stored += this.#unfinished.stored;
    this.#cutShort.bytes += this.#unfinished.bytes;
    this.#unfinished = nothing;
  }

  #notReached(): string[] {
    return this.#chosen.filter(mailbox => !this.#done.has(mailbox));
  }

  #sums(): Pick<RunResult, 'stored' | 'renamed' | 'storedBytes' | 'mailboxes'> {
    const sum = (of: (result: MailboxResult) => number) =>
      this.#results.reduce((total, result) => total + of(result), 0);
    return {
      stored: sum(result => result.stored) + this.#cutShort.stored + this.#unfinished.stored,
      renamed: sum(result => result.renamed),
      storedBytes: sum(result => result.bytes) + this.#cutShort.bytes + this.#unfinished.bytes,
      mailboxes: this.#results.map(result => result.report),
    };
  }
}
