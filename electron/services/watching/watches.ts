import type { Account, ShownFailure, Stock, WatchState } from '../../../shared/contract.ts';
import type { Failure } from '../../../shared/model/failure.ts';
import type { WatchEvent } from '../../../shared/model/live.ts';
import { toFailure } from '../../engine/errors.ts';
import type { Log } from '../../log/log.ts';
import { logRun, type RunLog, sentences } from '../../log/run-log.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Profiles, SavedAccount } from '../accounts/profiles.ts';
import type { ProviderAdvice } from '../accounts/provider-advice.ts';
import type { Events } from '../events.ts';
import { requestOf } from '../runs/request-of.ts';
import type { KnownCredentials } from '../sign-in/known-credentials.ts';
import { Throttle } from '../throttle.ts';
import { RoundNotes } from './round-notes.ts';
import { RunningWatch } from './running-watch.ts';
import { WatchProgress } from './watch-progress.ts';

/** Milliseconds between two events of a watch, two words to the library, and two tries of one that failed. */
const betweenEvents = 100;
const betweenCatchUps = 1_000;
const untilNextTry = 5 * 60_000;

/** Kinds of failures that only the person can mend: tried again by itself, a wrong password locks the account. */
const ofThePerson: readonly string[] = [
  ...['login-refused', 'sign-in-needed', 'credentials-file', 'other-account', 'stopped', 'defect'],
];

interface Watch {
  readonly progress: WatchProgress;
  readonly tell: Throttle;
  /** Undefined while it begins, and once it failed. */
  running?: RunningWatch;
  isWanted: boolean;
  retry?: NodeJS.Timeout;
}

export interface WatchesOptions {
  readonly profiles: Profiles;
  readonly accounts: Accounts;
  readonly credentials: KnownCredentials;
  readonly advice: ProviderAdvice;
  readonly events: Events;
  readonly log: Log;
  /** Told, at most about once a second and at the end of a round, that an account's folder has new messages. */
  stored(accountId: string): void;
  stock(accountId: string): Promise<Stock>;
  /** @throws MailstowError where the account's archive is gone */
  mustExist(account: SavedAccount): Promise<boolean>;
  /** Archives the account where a person sees it, unless that was done. @throws MailstowError what ended it early */
  catchUp(accountId: string): Promise<void>;
}

/** Which accounts are kept up with their mail, for as long as Mailstow is open. */
export class Watches {
  readonly #options: WatchesOptions;
  readonly #watches = new Map<string, Watch>();
  /** How many need the account's archive, and nobody else may. */
  readonly #holds = new Map<string, number>();
  #trace: string | undefined;
  #isOpen = false;

  constructor(options: WatchesOptions) {
    this.#options = options;
  }

  list(): WatchState[] {
    return [...this.#watches.values()].map(({ progress }) => progress.state);
  }

  /** Whether one is storing something right now. */
  get isSaving(): boolean {
    return this.list().some(({ state }) => state === 'saving');
  }

  /** From now on all are watched that are to be; called again where passwords can be read that could not before. */
  begin(): void {
    this.#isOpen = true;
    for (const { id } of this.#options.profiles.list()) {
      const { failure } = this.#watches.get(id)?.progress.state ?? {};
      const isRefused = failure !== undefined && ofThePerson.includes(failure.kind);
      if (!isRefused || failure.code === 'password-needed') this.ensure(id);
    }
  }

  /** Begins the account's watch where it is wanted and is not there, or failed. */
  ensure(accountId: string): void {
    const known = this.#watches.get(accountId);
    if (known !== undefined && known.progress.state.state !== 'failed') return;
    if (!this.#isOpen || (this.#holds.get(accountId) ?? 0) > 0) return;
    clearTimeout(known?.retry);
    const account = this.#options.profiles.list().find(({ id }) => id === accountId);
    if (account?.profile.keepUp !== true) return;
    void this.#begin(account);
  }

  /** Begins those again that lacked a password or a sign-in which is there now. */
  signedIn(accounts: readonly Pick<Account, 'id' | 'hasPassword'>[]): void {
    for (const { id, hasPassword } of accounts) {
      const { failure } = this.#watches.get(id)?.progress.state ?? {};
      const isLacking = failure?.code === 'password-needed' || failure?.kind === 'sign-in-needed';
      if (hasPassword && isLacking) this.ensure(id);
    }
  }

  /** Ends the account's watch; what it stored is on disk on return. */
  async end(accountId: string): Promise<void> {
    const watch = this.#watches.get(accountId);
    if (watch === undefined) return;
    watch.isWanted = false;
    clearTimeout(watch.retry);
    this.#watches.delete(accountId);
    await watch.running?.stop();
    this.#options.events.emit('watch.changed', { accountId, state: 'off' });
  }

  /** Ends the watch while an account is changed, and begins it again where it is still wanted. */
  async around<Result>(accountId: string, change: () => Promise<Result>): Promise<Result> {
    await this.end(accountId);
    try {
      return await change();
    } finally {
      this.ensure(accountId);
    }
  }

  /** On return the account's archive is let go of, until {@link release}. */
  async hold(accountId: string): Promise<void> {
    const held = this.#holds.get(accountId) ?? 0;
    this.#holds.set(accountId, held + 1);
    if (held === 0) await this.#watches.get(accountId)?.running?.hold();
  }

  /** @param isGood what needed the archive went well, so that what failed before may go well too */
  release(accountId: string, isGood: boolean): void {
    const left = (this.#holds.get(accountId) ?? 1) - 1;
    if (left > 0) {
      this.#holds.set(accountId, left);
      return;
    }
    this.#holds.delete(accountId);
    const watch = this.#watches.get(accountId);
    void watch?.running?.release();
    const { failure } = watch?.progress.state ?? {};
    if (failure === undefined || isGood || !isOfThePerson(failure)) this.ensure(accountId);
  }

  /** The computer woke up. */
  wake(): void {
    for (const { running } of this.#watches.values()) void running?.wake();
  }

  /** The conversations of watches are recorded in this file from now on, or no longer. */
  async record(file: string | undefined): Promise<void> {
    if (file === this.#trace) return;
    this.#trace = file;
    await Promise.all([...this.#watches.values()].map(({ running }) => running?.record(file)));
  }

  async close(): Promise<void> {
    this.#isOpen = false;
    await Promise.all([...this.#watches.keys()].map(id => this.end(id)));
  }

  async #begin(account: SavedAccount): Promise<void> {
    const { id, profile } = account;
    const { events, mustExist, credentials, catchUp, log } = this.#options;
    const progress = new WatchProgress(id);
    const tell = new Throttle(betweenEvents, () => {
      if (this.#watches.get(id) === watch) events.emit('watch.changed', progress.state);
    });
    const watch: Watch = { progress, tell, isWanted: true };
    this.#watches.set(id, watch);
    tell.request();
    try {
      const isThere = await mustExist(account);
      const known = await credentials.require(id);
      if (!watch.isWanted) return;
      const request = { ...requestOf(profile, known), mustExist: isThere };
      const emit = this.#ear(account, watch, logRun(log, request));
      const trace = this.#trace;
      watch.running = new RunningWatch({ request, emit, trace, catchUp: () => catchUp(id) });
      if ((this.#holds.get(id) ?? 0) > 0) await watch.running.hold();
      await watch.running.ended;
    } catch (error) {
      if (watch.isWanted) this.#failed(account, watch, toFailure(error));
    }
  }

  #failed({ id, profile }: SavedAccount, watch: Watch, failure: Failure): void {
    const { advice, log } = this.#options;
    log.warn(`${profile.email}: not watched any more: ${sentences(failure)}`);
    delete watch.running;
    watch.progress.failed(advice.of(failure, profile.server));
    watch.tell.flush();
    if (isOfThePerson(failure)) return;
    watch.retry = setTimeout(() => this.ensure(id), untilNextTry).unref();
  }

  /** What hears the watch's events. */
  #ear({ id, profile }: SavedAccount, watch: Watch, runLog: RunLog): (event: WatchEvent) => void {
    const { stored, stock, accounts, log } = this.#options;
    const catchUp = new Throttle(betweenCatchUps, () => stored(id));
    const notes = new RoundNotes(
      () => stock(id),
      async lastRun => {
        if (watch.isWanted) await accounts.noteRun(id, lastRun);
      },
    );
    return event => {
      if (!watch.isWanted) return;
      if (watch.progress.apply(event)) watch.tell.request();
      switch (event.event) {
        case 'watching':
          return;
        case 'away':
          log.info(`${profile.email}: tries again: ${sentences(event.failure)}`);
          return;
        case 'round':
          runLog.done(event.result);
          if (event.result.stored > 0) catchUp.flush();
          notes.add(event.result.verdict);
          return;
        case 'progress':
          catchUp.request();
          break;
      }
      runLog.event(event);
    };
  }
}

function isOfThePerson({ kind, code }: Pick<ShownFailure, 'kind' | 'code'>): boolean {
  return ofThePerson.includes(kind) || code === 'password-needed';
}
