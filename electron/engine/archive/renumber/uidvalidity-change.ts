import type { MailboxName } from '../../mailbox-name.ts';
import { diskFailure } from '../disk/disk-failure.ts';
import type { Journal } from '../journal/journal.ts';
import type { MailboxRecords } from '../journal/mailbox-records.ts';
import type { MailboxLayout } from '../layout/layout.ts';
import type { MailboxPlace } from '../layout/mailbox-paths.ts';
import { freeName } from '../writer/superseded.ts';
import { advancePlan } from './remap.ts';
import {
  type Move,
  planFiles,
  type RemapPlan,
  readPlan,
  removePlan,
  writeMoves,
  writePlan,
} from './remap-plan.ts';
import type { UidValidityFile } from './uidvalidity-file.ts';

/** Finishes the moves of a change that a crash or a stop cut off; before the mailbox is opened. */
export async function finishMoves(
  plan: RemapPlan,
  place: MailboxPlace,
  journal: Journal,
  signal?: AbortSignal,
): Promise<void> {
  journal.repair();
  await advancePlan(plan, place, journal, signal);
}

/** What a change of UIDVALIDITY is made on. */
export interface ChangedMailbox {
  readonly mailbox: MailboxName;
  readonly place: MailboxPlace;
  readonly journal: Journal;
  readonly records: MailboxRecords;
  readonly uidValidities: UidValidityFile;
  /** Ends long work early; what is left is done by the next opening. */
  readonly signal: AbortSignal | undefined;
}

/** The change of UIDVALIDITY that one mailbox is in the middle of, if any; its plan is on disk. */
export class UidValidityChange {
  readonly #on: ChangedMailbox;
  #plan: RemapPlan | undefined;

  /** All moves of a change that is found must be done, see {@link finishMoves}. */
  constructor(on: ChangedMailbox) {
    this.#on = on;
    this.#plan = readPlan(on.place.plan);
  }

  /** The change whose new set is not complete yet. */
  get pending(): { readonly from: number; readonly to: number } | undefined {
    return this.#plan && { from: this.#plan.from, to: this.#plan.to };
  }

  /**
   * Writes down how stored messages are renamed to their UIDs under a new UIDVALIDITY, and that every other visible
   * file of the mailbox goes to superseded/. The plan is on disk before the first file moves, so that a crash at any
   * point is finished at the next opening. A change that was pending is closed first. No writer of the mailbox may be
   * open, and nothing but {@link carryOut} may follow.
   * @throws MailstowError `disk-full`, `output-folder`, `uidvalidity-file-missing`
   */
  plan(to: number, moves: Iterable<Move>): void {
    const { mailbox, place, records, uidValidities } = this.#on;
    this.finish();
    records.flush();
    const from = uidValidities.get(mailbox.key) || (records.index.uidValidity ?? 0);
    try {
      const files = planFiles(records.index, place.layout, underOwnKinds(place.layout, moves));
      const count = writeMoves(place.moves, files);
      const plan: RemapPlan = {
        mailbox: mailbox.key,
        delimiter: mailbox.delimiter,
        from,
        to,
        phase: 'clear',
        aside: freeName(place.superseded, `${from}`),
        moves: count,
      };
      writePlan(place.plan, plan);
      this.#plan = plan;
    } catch (error) {
      throw diskFailure(error, 'planning-renames', place.archive);
    }
  }

  /** Moves the files and journals them under their new UIDs; apart from the plan, so that what it was made of takes no memory any more. */
  async carryOut(): Promise<void> {
    if (this.#plan === undefined) return;
    const { place, journal, signal } = this.#on;
    try {
      this.#plan = await advancePlan(this.#plan, place, journal, signal);
    } catch (error) {
      throw diskFailure(error, 'renaming-messages', place.archive);
    }
  }

  /** The new set is complete: its value goes into `.uidvalidity`. Nothing where no change is pending. */
  finish(): void {
    if (this.#plan === undefined) return;
    const { mailbox, place, uidValidities } = this.#on;
    uidValidities.set(mailbox.key, this.#plan.to);
    removePlan(place);
    this.#plan = undefined;
  }
}

function* underOwnKinds(layout: MailboxLayout, moves: Iterable<Move>): Iterable<Move> {
  for (const move of moves) yield { ...move, kind: layout.keptAs(move.kind) };
}
