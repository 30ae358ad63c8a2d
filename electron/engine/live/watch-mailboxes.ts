import type { WatchWay } from '../../../shared/model/live.ts';
import type { RunEvent } from '../../../shared/model/run.ts';
import { MailstowError } from '../errors.ts';
import { accountRun } from '../run/account-run.ts';
import { archiveOver } from '../run/archive-account.ts';
import { Line } from '../run/connection/reconnecting-session.ts';
import { RunControl } from '../run/connection/run-control.ts';
import { isRefusal } from '../session/refusal.ts';
import { ServerHabits } from '../session/server-habits.ts';
import { askRest } from './ask-rest.ts';
import { listenByIdle } from './by-idle.ts';
import { listenByNotify } from './by-notify.ts';
import { listenByPolling } from './by-polling.ts';
import type { Listening } from './listening.ts';
import { Memory } from './memory.ts';
import { News } from './news.ts';
import { Pace } from './pace.ts';
import { Retries } from './retries.ts';
import { roundOf } from './round-of.ts';
import { times } from './times.ts';
import { unlessStopped } from './unless-stopped.ts';
import type { Watch } from './watch.ts';

/**
 * Keeps an archive up with an account by IMAP: on one connection, which is made again when it is lost.
 * @throws MailstowError where the person has to do something, and `run-stopped` for the signal
 */
export async function watchMailboxes(watch: Watch): Promise<never> {
  const retries = new Retries(watch);
  const mailboxes = new WatchedMailboxes(watch);
  for (;;) {
    let began: number | undefined;
    const line = mailboxes.line();
    try {
      await line.open();
      began = watch.clock.now();
      retries.signedIn();
      await mailboxes.watch(line);
    } catch (error) {
      line.close();
      const now = watch.clock.now();
      await retries.after(error, now - (began ?? now));
    }
  }
}

class WatchedMailboxes {
  readonly #watch: Watch;
  readonly #memory = new Memory();
  readonly #habits = new ServerHabits();
  readonly #pace: Pace;
  /** Of the round that goes on. */
  #emit: ((event: RunEvent) => void) | undefined;
  #isCaughtUp = false;
  #hasSeen = false;
  /** What was heard of, and not looked at. */
  #left: ReadonlySet<string> = new Set();
  /** When everything is to be looked at again. */
  #wholeAt = 0;
  /** What the server offers and refuses all the same. */
  readonly #refused = new Set<WatchWay>();

  constructor(watch: Watch) {
    this.#watch = watch;
    this.#pace = new Pace(watch.clock);
  }

  /** It does not reconnect by itself: that is the watch's. */
  line(): Line {
    const { request, signal, emit } = this.#watch;
    const { server, credentials } = request;
    return new Line({
      access: { server, credentials, patience: 0 },
      emit: event => (this.#emit ?? emit)(event),
      signal,
      control: new RunControl(),
      habits: this.#habits,
    });
  }

  async watch(line: Line): Promise<never> {
    const { catchUp, clock } = this.#watch;
    if (catchUp !== undefined && !this.#isCaughtUp) {
      await unlessStopped(catchUp(), this.#watch.signal);
      this.#isCaughtUp = true;
    }
    const missed = await this.#missed(line);
    if (missed?.size !== 0) await this.#round(line, missed);
    for (;;) {
      const news = new News(clock, this.#left);
      await this.#listen(line, news);
      const { isWhole, isUrgent, keys } = news;
      await this.#round(line, isWhole ? undefined : keys, isUrgent);
    }
  }

  /**
   * A connection that was lost may have had something to tell.
   * @returns keys of mailboxes in which something changed since the last round; undefined: nothing is known of any
   */
  async #missed(line: Line): Promise<ReadonlySet<string> | undefined> {
    if (!this.#hasSeen) return undefined;
    const news = new News(this.#watch.clock, this.#left);
    await line.run(session => askRest(session, this.#memory, news, this.#isAll));
    news.close();
    this.#left = news.keys;
    return news.isWhole ? undefined : news.keys;
  }

  /**
   * @param changed keys of mailboxes to look at; undefined: all are
   * @param isUrgent there should be new messages
   */
  async #round(
    line: Line,
    changed: ReadonlySet<string> | undefined,
    isUrgent = false,
  ): Promise<void> {
    const { request, emit, signal, control, clock } = this.#watch;
    await this.#pace.untilDue(signal);
    const round = roundOf(emit);
    const archive = () =>
      accountRun(
        { ...request, isRound: true },
        event => round.emit(event),
        signal,
        run => {
          // What the connection says is part of the round's record.
          this.#emit = event => run.emit(event);
          return archiveOver([line], run, chosen => this.#memory.choose(chosen, changed));
        },
      );
    try {
      const result = await control.during(signal, () => line.close(), archive);
      this.#memory.done(result.mailboxes);
      this.#hasSeen = true;
      this.#left = new Set();
      const isTroubled = result.verdict.state !== 'complete';
      if (isTroubled) this.#wholeAt = clock.now() + times.wholeAfterTrouble;
      else if (changed === undefined) this.#wholeAt = clock.now() + times.whole;
      this.#pace.done(result.stored, isUrgent);
      round.done(result);
    } finally {
      this.#emit = undefined;
    }
  }

  async #listen(line: Line, news: News): Promise<void> {
    const { clock, control } = this.#watch;
    news.wholeAfter(Math.max(0, this.#wholeAt - clock.now()));
    const shared = { memory: this.#memory, news, clock, isAll: this.#isAll, woken: control.woken };
    try {
      await line.run(session => this.#hear({ session, ...shared }));
    } finally {
      news.close();
      this.#left = new Set(news.keys);
    }
  }

  async #hear(listening: Listening): Promise<void> {
    const { session } = listening;
    const { target } = this.#memory;
    const tell = (by: WatchWay) => () => this.#watch.emit({ event: 'watching', by });
    const isRefused = (way: WatchWay) => this.#refused.has(way);
    if (this.#isAll && session.capabilities.has('NOTIFY') && !isRefused('notify')) {
      if (await listenByNotify(listening, tell('notify'))) return;
      this.#refused.add('notify');
    }
    if (target !== undefined && session.offers('IDLE') && !isRefused('idle')) {
      try {
        await listenByIdle(listening, target, tell('idle'));
        return;
      } catch (error) {
        if (isRefusal(error)) this.#refused.add('idle');
        else if (!isOfMailbox(error)) throw error;
      }
    }
    await listenByPolling(listening, tell('polling'));
  }

  /** Those of others are not told of, nor always listed with the account's own. */
  get #isAll(): boolean {
    const { mailboxes } = this.#watch.request;
    if (mailboxes === 'all') return true;
    return !('length' in mailboxes) && mailboxes.includeShared !== true;
  }
}

function isOfMailbox(error: unknown): boolean {
  return error instanceof MailstowError && error.failure.scope === 'mailbox';
}
