import { defaults } from '../../../shared/defaults.ts';
import type { RunEvent, RunRequest } from '../../../shared/model/run.ts';
import { Turns } from '../archive/disk/turns.ts';
import { MailstowError } from '../errors.ts';
import { stopped } from '../session/transport/transport-failure.ts';
import { Patience } from './connection/patience.ts';
import { pause } from './connection/pause.ts';
import { isMailboxPutOff } from './connection/throttling.ts';

/** Milliseconds before each further round: locks of a mailbox pass in seconds, or stay for the day. */
const roundWaits = [5_000, 15_000, 30_000, 60_000];

export interface RoundOptions<Item> {
  readonly patience: RunRequest['patience'];
  readonly signal: AbortSignal;
  emit(event: RunEvent): void;
  work(item: Item): Promise<void>;
  /** The server put the mailbox off in every round. */
  gaveUp(item: Item, error: MailstowError): void;
}

/**
 * Works on mailboxes one after the other. Those that the server puts off, and no others, hold nothing up:
 * they are tried again when the rest is done.
 * @throws what `work` throws for any other reason, and what `gaveUp` throws
 */
export async function inRounds<Item>(
  items: readonly Item[],
  { patience: limit = defaults.patience, signal, emit, work, gaveUp }: RoundOptions<Item>,
): Promise<void> {
  const patience = new Patience(limit);
  const turns = new Turns();
  let left = items;
  for (const wanted of [...roundWaits, undefined]) {
    const putOff: { readonly item: Item; readonly error: MailstowError }[] = [];
    for (const item of left) {
      if (turns.isDue()) await turns.next();
      if (signal.aborted) throw stopped();
      try {
        await work(item);
      } catch (error) {
        if (!(error instanceof MailstowError) || !isMailboxPutOff(error.failure)) throw error;
        putOff.push({ item, error });
      }
    }
    const [first] = putOff;
    if (first === undefined) return;
    if (putOff.length < left.length) patience.renew();
    const milliseconds = wanted === undefined ? undefined : patience.cut(wanted);
    if (milliseconds === undefined) {
      for (const { item, error } of putOff) gaveUp(item, error);
      return;
    }
    left = putOff.map(({ item }) => item);
    const words = first.error.failure.serverText ?? first.error.message;
    const reason = `Some mailboxes are busy on the server (${words}).`;
    emit({ event: 'waiting', cause: 'mailbox-busy', reason, milliseconds });
    patience.spend(milliseconds);
    await pause(milliseconds, signal);
  }
}
