import type { Account, Failure, RunState, Verdict } from '../../shared/contract.ts';
import type { RunEvent, RunResult } from '../../shared/model/run.ts';
import type { Verdict as EngineVerdict, MailboxSum } from '../../shared/model/verdict.ts';
import { clipped, clippedName, clippedText } from './clip.ts';
import { Speed } from './speed.ts';

type MailboxProgress = RunState['mailboxes'][number];
type Activity = RunState['state'];

/** Problems that are kept to be shown; the archive's certificate has them all. */
const mostProblems = 200;
const mostWarnings = 200;

/** What is to be seen of one run, folded from its events; outlives every window that shows it. */
export class RunProgress {
  readonly #accountId: string;
  readonly #startedAt: number;
  readonly #now: () => number;
  readonly #mailboxes = new Map<string, MailboxProgress>();
  readonly #problems: Failure[] = [];
  readonly #speed: Speed;
  readonly #warnings: string[] = [];
  #problemCount = 0;
  #warningCount = 0;
  #verdict: Verdict | undefined;
  #activity: Activity = 'connecting';
  #isPaused = false;
  #waiting: RunState['waiting'];
  #end: { finishedAt: number; failure?: Failure } | undefined;

  /** @param now milliseconds since 1970 UTC */
  constructor(accountId: string, now: () => number = Date.now) {
    this.#accountId = accountId;
    this.#now = now;
    this.#startedAt = now();
    this.#speed = new Speed(now);
  }

  get isOver(): boolean {
    return this.#end !== undefined;
  }

  apply(event: RunEvent): void {
    if (event.event === 'warning') {
      this.#warningCount += 1;
      if (this.#warnings.length < mostWarnings) this.#warnings.push(clippedText(event.message));
      return;
    }
    this.#waiting = undefined;
    switch (event.event) {
      case 'connected':
        if (this.#activity === 'connecting') this.#activity = 'running';
        return;
      case 'mailboxes':
        for (const mailbox of event.mailboxes) this.#change(mailbox, {});
        return;
      case 'mailbox': {
        const { mailbox, onServer, toFetch } = event;
        this.#change(mailbox, { state: 'running', onServer, toFetch });
        return;
      }
      case 'progress': {
        const { mailbox, stored, octets } = event;
        this.#change(mailbox, { stored, octets });
        this.#speed.note(this.#sum('stored'));
        return;
      }
      case 'waiting': {
        const { cause, reason, milliseconds } = event;
        this.#waiting = { cause, reason: clippedText(reason), until: this.#now() + milliseconds };
        return;
      }
      case 'problem':
        this.#noteProblem(event.failure);
        return;
      case 'mailbox-done': {
        const { mailbox, onServer, archived, missing } = event.report;
        this.#change(mailbox, { state: 'done', onServer, archived, missing });
        return;
      }
      case 'verdict':
        this.#verdict = shown(event.verdict);
        return;
      case 'renamed':
    }
  }

  paused(isPaused: boolean): void {
    this.#isPaused = isPaused;
  }

  stopping(): void {
    this.#activity = 'stopping';
  }

  finished(_result: RunResult): void {
    this.#endAs('done');
  }

  failed(failure: Failure): void {
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
    };
  }

  state(): RunState {
    return {
      accountId: this.#accountId,
      state: this.#shownActivity(),
      startedAt: this.#startedAt,
      mailboxes: [...this.#mailboxes.values()],
      stored: this.#sum('stored'),
      toFetch: this.#sum('toFetch'),
      octets: this.#sum('octets'),
      speed: this.#end === undefined ? this.#speed.perSecond() : 0,
      problems: this.#problems.slice(),
      problemCount: this.#problemCount,
      warnings: this.#warnings.slice(),
      warningCount: this.#warningCount,
      ...(this.#verdict === undefined ? {} : { verdict: this.#verdict }),
      ...(this.#waiting === undefined ? {} : { waiting: this.#waiting }),
      ...this.#end,
    };
  }

  #shownActivity(): Activity {
    if (this.#end !== undefined || this.#activity === 'stopping') return this.#activity;
    if (this.#isPaused) return 'paused';
    return this.#waiting === undefined ? this.#activity : 'waiting';
  }

  #endAs(activity: Activity, failure?: Failure): void {
    this.#activity = activity;
    this.#waiting = undefined;
    this.#end = { finishedAt: this.#now(), ...(failure === undefined ? {} : { failure }) };
  }

  #noteProblem(failure: Failure): void {
    this.#problemCount += 1;
    if (this.#problems.length < mostProblems) this.#problems.push(clipped(failure));
    if (failure.scope === 'mailbox' && failure.mailbox !== undefined) {
      const { state } = this.#mailboxes.get(failure.mailbox) ?? {};
      if (state !== 'done') this.#change(failure.mailbox, { state: 'failed' });
    }
  }

  #change(mailbox: string, changes: Partial<MailboxProgress>): void {
    const before = this.#mailboxes.get(mailbox);
    const start = before ?? {
      mailbox: clippedName(mailbox),
      state: 'waiting',
      stored: 0,
      octets: 0,
    };
    this.#mailboxes.set(mailbox, { ...start, ...changes });
  }

  #sum(of: 'stored' | 'toFetch' | 'octets'): number {
    let sum = 0;
    for (const mailbox of this.#mailboxes.values()) sum += mailbox[of] ?? 0;
    return sum;
  }
}

/** Names that are too long for the window are cut. */
function shown(verdict: EngineVerdict): Verdict {
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

function shownSum({ names, ...counts }: MailboxSum): Verdict['leftOut'] {
  return { ...counts, names: names.map(clippedName) };
}
