import type { Input, RunState, Stock } from '../../../shared/contract.ts';
import type { RunEvent, RunRequest } from '../../../shared/model/run.ts';
import { MailstowError, toFailure } from '../../engine/errors.ts';
import { tellsOfMail } from '../../engine/run/tells-of-mail.ts';
import type { Log } from '../../log/log.ts';
import { logRun, type RunLog, sentences } from '../../log/run-log.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Profiles, SavedAccount } from '../accounts/profiles.ts';
import type { ProviderAdvice } from '../accounts/provider-advice.ts';
import type { Events } from '../events.ts';
import type { KnownCredentials } from '../sign-in/known-credentials.ts';
import { Throttle } from '../throttle.ts';
import { requestOf } from './request-of.ts';
import { RunProgress } from './run-progress.ts';
import { RunningArchive } from './running-archive.ts';

/** Milliseconds between two events of a run: about ten a second are as many as anybody can see. */
const betweenEvents = 100;

/** Milliseconds between two words to the library, which looks for new messages at each. */
const betweenCatchUps = 1_000;

interface Run {
  readonly progress: RunProgress;
  readonly archive: RunningArchive;
  readonly tell: Throttle;
  /** Never rejected. */
  readonly ended: Promise<void>;
}

export interface RunsOptions {
  readonly profiles: Profiles;
  readonly accounts: Accounts;
  readonly credentials: KnownCredentials;
  readonly advice: ProviderAdvice;
  readonly events: Events;
  readonly log: Log;
  /** Told, at most about once a second and at the end, that an account's folder has new messages. */
  stored(accountId: string): void;
  /** Whether all files of the account's folder are being read: one thing at a time is done there. */
  isChecking(accountId: string): boolean;
  /** What the account's folder holds, once all of it is listed. */
  stock(accountId: string): Promise<Stock>;
  /**
   * Whether an earlier run stored mail in the account's folder.
   * @throws MailstowError where that is gone
   */
  mustExist(account: SavedAccount): Promise<boolean>;
  /** Keeps the account's watch away from its archive, until {@link release}. */
  hold(accountId: string): Promise<void>;
  /** @param isGood nothing ended the run early */
  release(accountId: string, isGood: boolean): void;
}

/** The runs of all accounts since the start, one an account at a time; the last of each is remembered. */
export class Runs {
  readonly #options: RunsOptions;
  readonly #runs = new Map<string, Run>();
  readonly #starting = new Set<string>();
  #trace: string | undefined;

  constructor(options: RunsOptions) {
    this.#options = options;
  }

  /**
   * @returns the run that goes on already, where there is one
   * @throws MailstowError `archive-folder-missing` where the archive is gone and no new one was asked for
   */
  async start(input: Input<'runs.start'>): Promise<RunState> {
    const { accountId, password, moved = false, anew = false } = input;
    const running = this.#running(accountId);
    if (running !== undefined) return running.progress.state();
    const { profiles, credentials } = this.#options;
    const account = profiles.get(accountId);
    if (this.#starting.has(accountId)) throw startsAlready();
    if (this.#options.isChecking(accountId)) throw new MailstowError('checked-now');
    this.#starting.add(accountId);
    await this.#options.hold(accountId);
    let run: Run | undefined;
    try {
      const mustExist = !anew && (await this.#options.mustExist(account));
      const known = await credentials.require(accountId, password);
      const request = { ...requestOf(account.profile, known), moved, mustExist };
      run = this.#begin(account, request);
      return run.progress.state();
    } finally {
      this.#starting.delete(accountId);
      if (run === undefined) this.#options.release(accountId, false);
    }
  }

  /**
   * Archives the account as when a person asks for it, unless that was done since the start, and waits for the end.
   * @throws MailstowError what ended it early
   */
  async once(accountId: string): Promise<void> {
    if (this.#runs.get(accountId)?.progress.isWellOver) return;
    await this.start({ accountId });
    const run = this.#runs.get(accountId);
    await run?.ended;
    const { failure } = run?.progress.state() ?? {};
    if (failure !== undefined) throw new MailstowError(failure);
  }

  async pause({ accountId }: Input<'runs.pause'>): Promise<void> {
    const { archive, progress, tell } = this.#require(accountId);
    await archive.pause();
    progress.paused(true);
    tell.flush();
  }

  async resume({ accountId }: Input<'runs.resume'>): Promise<void> {
    const { archive, progress, tell } = this.#require(accountId);
    await archive.resume();
    progress.paused(false);
    tell.flush();
  }

  /** Asks the run to end; what is stored stays. The state tells when it has. */
  async stop({ accountId }: Input<'runs.stop'>): Promise<void> {
    const { archive, progress, tell } = this.#require(accountId);
    progress.stopping();
    tell.flush();
    await archive.stop();
  }

  /** The conversations of runs are recorded in this file from now on, or no longer. */
  async record(file: string | undefined): Promise<void> {
    if (file === this.#trace) return;
    this.#trace = file;
    await Promise.all([...this.#runs.values()].map(({ archive }) => archive.record(file)));
  }

  list(): RunState[] {
    return [...this.#runs.values()].map(({ progress }) => progress.state());
  }

  isRunning(accountId: string): boolean {
    return this.#running(accountId) !== undefined;
  }

  /** Also while its run starts. */
  isBusy(accountId: string): boolean {
    return this.#starting.has(accountId) || this.isRunning(accountId);
  }

  /** Ends the account's run, where there is one; what it stored is on disk on return. */
  async end(accountId: string): Promise<void> {
    if (this.isRunning(accountId)) await this.stop({ accountId });
    await this.#runs.get(accountId)?.ended;
  }

  /** Ends all runs. */
  async endAll(): Promise<void> {
    await Promise.all([...this.#runs.keys()].map(id => this.end(id)));
  }

  /** Ends the account's run and forgets that there was one. */
  async forget(accountId: string): Promise<void> {
    await this.end(accountId);
    this.#runs.delete(accountId);
  }

  #begin(account: SavedAccount, request: RunRequest): Run {
    const { id } = account;
    const { events, log, stored } = this.#options;
    const progress = new RunProgress(id);
    const tell = new Throttle(betweenEvents, () => events.emit('run.changed', progress.change()));
    const catchUp = new Throttle(betweenCatchUps, () => stored(id));
    const runLog = logRun(log, request);
    const hear = (event: RunEvent) => {
      runLog.event(event);
      progress.apply(event);
      tell.request();
      if (!storesMessages(event)) return;
      catchUp.request();
      if (tellsOfMail(event)) this.#remember(account);
    };
    const archive = new RunningArchive(request, hear, this.#trace);
    const ended = this.#untilEnded(account, { archive, progress, tell }, catchUp, runLog);
    const run = { archive, progress, tell, ended };
    this.#runs.set(id, run);
    // A run that fails at once has begun all the same: anyone who follows it is to hear of both.
    tell.request();
    return run;
  }

  async #untilEnded(
    { id, profile }: SavedAccount,
    { archive, progress, tell }: Omit<Run, 'ended'>,
    catchUp: Throttle,
    runLog: RunLog,
  ): Promise<void> {
    try {
      const result = await archive.result;
      runLog.done(result);
      progress.finished(result);
    } catch (error) {
      const failure = toFailure(error);
      this.#options.log.error(`${profile.email}: ended early: ${sentences(failure)}`);
      progress.failed(this.#options.advice.of(failure, profile.server));
    }
    catchUp.flush();
    this.#options.release(id, progress.isWellOver);
    await this.#note(id, profile.folder, progress);
    // Another one may have begun in the meantime.
    if (this.#runs.get(id)?.progress === progress) tell.flush();
  }

  /** Not at the end alone: not even a crash makes Mailstow forget that there is an archive. */
  #remember({ id, profile }: SavedAccount): void {
    try {
      this.#options.profiles.noteStored(id, profile.folder);
    } catch {
      // The outcome of the run is told of the same file.
    }
  }

  /** The run's outcome is kept even where that of the account cannot be. */
  async #note(id: string, folder: string, progress: RunProgress): Promise<void> {
    if (!this.#isStillAt(id, folder)) return;
    const summary = progress.summary();
    try {
      await this.#options.accounts.noteRun(id, summary);
      void this.#count(id, folder, summary);
    } catch (error) {
      progress.apply({ event: 'problem', failure: toFailure(error) });
    }
  }

  /** Another folder may have been chosen in the meantime: what this run came to says nothing of that one. */
  #isStillAt(id: string, folder: string): boolean {
    const account = this.#options.profiles.list().find(each => each.id === id);
    return account === undefined || account.profile.folder === folder;
  }

  /** The outcome does not wait for it: an archive of millions is listed for minutes. */
  async #count(
    id: string,
    folder: string,
    summary: ReturnType<RunProgress['summary']>,
  ): Promise<void> {
    try {
      const stock = await this.#options.stock(id);
      if (this.isRunning(id) || !this.#isStillAt(id, folder)) return;
      // What its watch stored since is newer.
      const noted = this.#options.profiles.get(id).lastRun?.finishedAt;
      if (noted !== summary.finishedAt) return;
      await this.#options.accounts.noteRun(id, { ...summary, stock });
    } catch {
      // It is shown without, and counted after the next run.
    }
  }

  #running(accountId: string): Run | undefined {
    const run = this.#runs.get(accountId);
    return run?.progress.isOver ? undefined : run;
  }

  #require(accountId: string): Run {
    const run = this.#running(accountId);
    if (run === undefined) throw notRunning();
    return run;
  }
}

function storesMessages({ event }: RunEvent): boolean {
  return event === 'progress' || event === 'mailbox-done';
}

function notRunning(): MailstowError {
  return new MailstowError('nothing-running');
}

function startsAlready(): MailstowError {
  return new MailstowError('starting-already');
}
