import type {
  Account,
  RunChange,
  RunState,
  ShownFailure,
  ShownWarning,
} from '../../../shared/contract.ts';
import type { RunEvent, RunResult } from '../../../shared/model/run.ts';
import type { MailboxSum, Verdict } from '../../../shared/model/verdict.ts';
import { clipped, clippedName, clippedText, clippedWarning } from '../clip.ts';
import { RunRows } from './run-rows.ts';
import { Speed } from './speed.ts';

type Activity = RunState['state'];
/** What a state has beside mailboxes, problems and warnings. */
type Head = Omit<RunState, 'mailboxes' | 'problems' | 'warnings'>;

/** Problems that are kept to be shown; the archive's report has them all. */
const mostProblems = 200;
const mostWarnings = 200;

/** What is to be seen of one run, folded from its events; outlives every window that shows it. */
export class RunProgress {
  readonly #accountId: string;
  readonly #startedAt: number;
  readonly #now: () => number;
  readonly #rows = new RunRows();
  readonly #problems: ShownFailure[] = [];
  readonly #warnings: ShownWarning[] = [];
  readonly #messages: Speed;
  readonly #bytes: Speed;
  readonly #fraction: Speed;
  #revision = 0;
  #problemsTold = 0;
  #warningsTold = 0;
  #problemCount = 0;
  #warningCount = 0;
  #verdict: Verdict | undefined;
  #activity: Activity = 'connecting';
  #isPaused = false;
  #waiting: RunState['waiting'];
  #end: { finishedAt: number; failure?: ShownFailure } | undefined;

  /** @param now milliseconds since 1970 UTC */
  constructor(accountId: string, now: () => number = Date.now) {
    this.#accountId = accountId;
    this.#now = now;
    this.#startedAt = now();
    this.#messages = new Speed(now);
    this.#bytes = new Speed(now);
    this.#fraction = new Speed(now);
  }

  get isOver(): boolean {
    return this.#end !== undefined;
  }

  /** It came to its end, whatever it found. */
  get isWellOver(): boolean {
    return this.#activity === 'done';
  }

  apply(event: RunEvent): void {
    if (event.event === 'warning') {
      this.#warningCount += 1;
      const { event: _, ...warning } = event;
      if (this.#warnings.length < mostWarnings) this.#warnings.push(clippedWarning(warning));
      return;
    }
    if (this.#waiting !== undefined) this.#measureAgain();
    this.#waiting = undefined;
    switch (event.event) {
      case 'connected':
        if (this.#activity === 'connecting') this.#activity = 'running';
        return;
      case 'mailboxes':
        this.#rows.chosen(event.mailboxes, event.sizes);
        return;
      case 'mailbox':
        this.#rows.opened(event);
        break;
      case 'progress':
        this.#rows.advanced(event);
        break;
      case 'waiting': {
        const { cause, reason, milliseconds } = event;
        this.#waiting = { cause, reason: clippedText(reason), until: this.#now() + milliseconds };
        return;
      }
      case 'problem':
        this.#noteProblem(event.failure);
        break;
      case 'mailbox-done':
        this.#rows.done(event.report);
        break;
      case 'verdict':
        this.#verdict = shown(event.verdict);
        return;
      case 'renamed':
        return;
    }
    this.#messages.note(this.#rows.totals.stored);
    this.#bytes.note(this.#rows.totals.received);
    this.#fraction.note(this.#rows.fraction ?? 0);
  }

  paused(isPaused: boolean): void {
    this.#isPaused = isPaused;
    this.#measureAgain();
  }

  stopping(): void {
    this.#activity = 'stopping';
  }

  finished(_result: RunResult): void {
    this.#endAs('done');
  }

  failed(failure: ShownFailure): void {
    this.#endAs(failure.kind === 'stopped' ? 'stopped' : 'failed', clipped(failure));
  }

  /** The account's last run in a few words, once it is over. */
  summary(): NonNullable<Account['lastRun']> {
    const verdict = this.#verdict;
    return {
      finishedAt: this.#end?.finishedAt ?? this.#now(),
      complete: verdict?.state === 'complete',
      messages: verdict?.archived ?? 0,
      ...(verdict === undefined ? {} : { verdict }),
      ...(this.#activity === 'failed' && this.#end?.failure && { failure: this.#end.failure }),
    };
  }

  /** All of it, as far as it has been told by {@link change}: what changes later comes on top. */
  state(): RunState {
    return {
      ...this.#head(),
      mailboxes: this.#rows.all(),
      problems: this.#problems.slice(),
      warnings: this.#warnings.slice(),
    };
  }

  /** What has changed since the last call; costs what that is, however many mailboxes there are. */
  change(): RunChange {
    this.#revision += 1;
    const problemsFrom = this.#problemsTold;
    const warningsFrom = this.#warningsTold;
    this.#problemsTold = this.#problems.length;
    this.#warningsTold = this.#warnings.length;
    return {
      ...this.#head(),
      mailboxes: this.#rows.changed(),
      problems: this.#problems.slice(problemsFrom),
      problemsFrom,
      warnings: this.#warnings.slice(warningsFrom),
      warningsFrom,
    };
  }

  #head(): Head {
    const { totals, fraction } = this.#rows;
    const isOver = this.#end !== undefined;
    const left = this.#secondsLeft();
    return {
      accountId: this.#accountId,
      revision: this.#revision,
      state: this.#shownActivity(),
      startedAt: this.#startedAt,
      ...totals,
      ...(fraction === undefined ? {} : { fraction }),
      ...(left === undefined ? {} : { secondsLeft: left }),
      speed: isOver ? 0 : this.#messages.perSecond(),
      bytesPerSecond: isOver ? 0 : this.#bytes.perSecond(),
      problemCount: this.#problemCount,
      warningCount: this.#warningCount,
      ...(this.#verdict === undefined ? {} : { verdict: this.#verdict }),
      ...(this.#waiting === undefined ? {} : { waiting: this.#waiting }),
      ...this.#end,
    };
  }

  /** Only where the parts of the whole are known: mailboxes alone say nothing of time. */
  #secondsLeft(): number | undefined {
    const { fraction, unit } = this.#rows;
    const speed = this.#fraction.perSecond();
    if (this.#shownActivity() !== 'running' || unit === 'mailboxes') return undefined;
    if (!this.#fraction.isTelling) return undefined;
    if (fraction === undefined || fraction >= 1 || speed <= 0) return undefined;
    return Math.ceil((1 - fraction) / speed);
  }

  #measureAgain(): void {
    for (const speed of [this.#messages, this.#bytes, this.#fraction]) speed.beginAgain();
  }

  #shownActivity(): Activity {
    if (this.#end !== undefined || this.#activity === 'stopping') return this.#activity;
    if (this.#isPaused) return 'paused';
    return this.#waiting === undefined ? this.#activity : 'waiting';
  }

  #endAs(activity: Activity, failure?: ShownFailure): void {
    this.#activity = activity;
    this.#waiting = undefined;
    this.#end = { finishedAt: this.#now(), ...(failure === undefined ? {} : { failure }) };
  }

  #noteProblem(failure: ShownFailure): void {
    this.#problemCount += 1;
    if (this.#problems.length < mostProblems) this.#problems.push(clipped(failure));
    if (failure.scope === 'mailbox' && failure.mailbox !== undefined) {
      this.#rows.failed(failure.mailbox);
    }
  }
}

/** Names that are too long for the window are cut. */
function shown(verdict: Verdict): Verdict {
  const { leftOut, shared, kept, failed, notReached, ...rest } = verdict;
  return {
    ...rest,
    leftOut: shownSum(leftOut),
    shared: shownSum(shared),
    kept: shownSum(kept),
    failed: shownSum(failed),
    notReached: shownSum(notReached),
  };
}

function shownSum({ names, ...counts }: MailboxSum): MailboxSum {
  return { ...counts, names: names.map(clippedName) };
}
