import { archiveMaildrop } from '../pop3/run/archive-maildrop.ts';
import { RunControl } from '../run/connection/run-control.ts';
import { ServerHabits } from '../session/server-habits.ts';
import { rest } from './rest.ts';
import { Retries } from './retries.ts';
import { roundOf } from './round-of.ts';
import { times } from './times.ts';
import type { Watch } from './watch.ts';

/**
 * Keeps an archive up with a maildrop: POP3 tells nothing by itself, so each look is a run, and no more of them are made
 * than the server wants (LOGIN-DELAY).
 * @throws MailstowError where the person has to do something, and `run-stopped` for the signal
 */
export async function watchMaildrop(watch: Watch): Promise<never> {
  const retries = new Retries(watch);
  const habits = new ServerHabits();
  for (;;) {
    try {
      await look(watch, habits);
      retries.signedIn();
      watch.emit({ event: 'watching', by: 'polling' });
      await rest(watch, Math.max(times.pollPop3, habits.loginDelay ?? 0));
    } catch (error) {
      await retries.after(error, 0);
    }
  }
}

async function look(watch: Watch, habits: ServerHabits): Promise<void> {
  const { request, signal, control, emit } = watch;
  const round = roundOf(emit);
  const cut = new AbortController();
  const stop = AbortSignal.any([signal, cut.signal]);
  // It does not reconnect by itself: that is the watch's.
  const asRound = { ...request, isRound: true, patience: 0 };
  const archive = () =>
    archiveMaildrop(asRound, event => round.emit(event), stop, new RunControl(), habits);
  round.done(await control.during(signal, () => cut.abort(), archive));
}
