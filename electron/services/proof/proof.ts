import type {
  Account,
  CallName,
  Input,
  Output,
  CheckProgress as Shown,
} from '../../../shared/contract.ts';
import { lastCheckOf } from '../../../shared/model/history.ts';
import { MailstowError, toFailure } from '../../engine/errors.ts';
import type { Log } from '../../log/log.ts';
import { sentences } from '../../log/run-log.ts';
import type { Profiles } from '../accounts/profiles.ts';
import type { ProviderAdvice } from '../accounts/provider-advice.ts';
import type { Events } from '../events.ts';
import type { KnownCredentials } from '../sign-in/known-credentials.ts';
import { Throttle } from '../throttle.ts';
import { CheckProgress } from './check-progress.ts';
import { proofThread, RunningCheck } from './running-check.ts';

/** Milliseconds between two events of a check. */
const betweenEvents = 100;

type Calls = Extract<
  CallName,
  'archive.report' | 'archive.history' | `archive.${string}heck${string}`
>;
type LastCheck = NonNullable<Account['lastCheck']>;

interface Check {
  readonly progress: CheckProgress;
  readonly running: RunningCheck;
  readonly tell: Throttle;
  /** Never rejected. */
  readonly ended: Promise<void>;
}

export interface ProofOptions {
  readonly profiles: Profiles;
  readonly credentials: KnownCredentials;
  readonly advice: ProviderAdvice;
  readonly events: Events;
  readonly log: Log;
  /** Where an account's archive is. */
  folderOf(accountId: string): string;
  isArchiving(accountId: string): boolean;
  noteCheck(accountId: string, check: LastCheck): Promise<void>;
  /** Keeps the account's watch away from its archive, until {@link release}. */
  hold(accountId: string): Promise<void>;
  /** @param isGood it went well in a way that tells of what had failed before */
  release(accountId: string, isGood: boolean): void;
}

/** What an archive proves: its report and its history as they are on disk, and checks of all its files. */
export class Proof {
  readonly calls: { readonly [Name in Calls]: (input: Input<Name>) => Promise<Output<Name>> } = {
    'archive.report': ({ accountId }) => this.#reader.call('report', this.#folderOf(accountId)),
    'archive.history': input => this.#history(input),
    'archive.check': input => this.#start(input),
    'archive.stopCheck': input => this.#stop(input),
    'archive.checks': async () =>
      [...this.#checks.values()].map(({ progress }) => progress.state()),
  };
  readonly #options: ProofOptions;
  readonly #reader = proofThread(() => undefined);
  readonly #checks = new Map<string, Check>();
  readonly #starting = new Set<string>();

  constructor(options: ProofOptions) {
    this.#options = options;
  }

  isChecking(accountId: string): boolean {
    return this.#starting.has(accountId) || this.#running(accountId) !== undefined;
  }

  /** Ends the account's check and forgets that there was one. */
  async forget(accountId: string): Promise<void> {
    await this.#stop({ accountId });
    await this.#checks.get(accountId)?.ended;
    this.#checks.delete(accountId);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#checks.keys()].map(id => this.forget(id)));
    await this.#reader.stop();
  }

  /** The command line may have checked the folder since. */
  async #history({ accountId }: Input<'archive.history'>): Promise<Output<'archive.history'>> {
    const history = await this.#reader.call('history', this.#folderOf(accountId));
    const { lastCheck } = history;
    const known = this.#options.profiles.get(accountId).lastCheck;
    if (lastCheck !== undefined && lastCheck.finishedAt !== known?.finishedAt) {
      const isLater = lastCheck.finishedAt > (known?.finishedAt ?? Number.NEGATIVE_INFINITY);
      if (isLater) await this.#options.noteCheck(accountId, lastCheckOf(lastCheck));
    }
    return history;
  }

  async #start({ accountId, server, password }: Input<'archive.check'>): Promise<Shown> {
    const running = this.#running(accountId);
    if (running !== undefined) return running.progress.state();
    const { isArchiving, profiles, credentials } = this.#options;
    if (isArchiving(accountId)) throw new MailstowError('archived-now');
    if (this.#starting.has(accountId)) throw new MailstowError('checked-now');
    const { profile } = profiles.get(accountId);
    this.#starting.add(accountId);
    await this.#options.hold(accountId);
    let check: Check | undefined;
    try {
      const folder = this.#folderOf(accountId);
      const access = server
        ? {
            server: profile.server,
            credentials: await credentials.require(accountId, password),
          }
        : undefined;
      const { leftOut } = profile;
      check = this.#begin(accountId, { folder, access, leftOut });
      return check.progress.state();
    } finally {
      this.#starting.delete(accountId);
      if (check === undefined) this.#options.release(accountId, false);
    }
  }

  #begin(accountId: string, request: ConstructorParameters<typeof RunningCheck>[0]): Check {
    const { events } = this.#options;
    const progress = new CheckProgress(accountId);
    const tell = new Throttle(betweenEvents, () => events.emit('check.changed', progress.state()));
    const running = new RunningCheck(request, notice => {
      progress.apply(notice);
      tell.request();
    });
    const ended = this.#untilEnded(accountId, { progress, running, tell });
    const check = { progress, running, tell, ended };
    this.#checks.set(accountId, check);
    tell.request();
    return check;
  }

  async #untilEnded(
    accountId: string,
    { progress, running, tell }: Omit<Check, 'ended'>,
  ): Promise<void> {
    const { noteCheck, log, profiles, advice, release } = this.#options;
    const { email, server } = profiles.get(accountId).profile;
    try {
      const checked = await running.result;
      progress.finished(checked);
      log.info(`${email}: checked: ${checked.entry.state}`);
      await noteCheck(accountId, lastCheckOf(checked.entry));
    } catch (error) {
      const failure = toFailure(error);
      log.error(`${email}: the check ended early: ${sentences(failure)}`);
      progress.failed(advice.of(failure, server));
    }
    release(accountId, false);
    tell.flush();
  }

  async #stop({ accountId }: Input<'archive.stopCheck'>): Promise<void> {
    const check = this.#running(accountId);
    if (check === undefined) return;
    check.progress.stopping();
    check.tell.flush();
    await check.running.stop();
  }

  #running(accountId: string): Check | undefined {
    const check = this.#checks.get(accountId);
    return check?.progress.isOver ? undefined : check;
  }

  #folderOf(accountId: string): string {
    return this.#options.folderOf(accountId);
  }
}
