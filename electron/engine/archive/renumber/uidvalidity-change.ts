import type { Journal } from '../journal/journal.ts';
import type { MailboxPlace } from '../layout/mailbox-paths.ts';
import { freeName } from '../writer/superseded.ts';
import { advancePlan } from './remap.ts';
import {
  type PlannedFile,
  type RemapPlan,
  readPlan,
  removePlan,
  writeMoves,
  writePlan,
} from './remap-plan.ts';

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

/** The change of UIDVALIDITY that one mailbox is in the middle of, if any; its plan is on disk. */
export class UidValidityChange {
  readonly #place: MailboxPlace;
  readonly #journal: Journal;
  #plan: RemapPlan | undefined;

  /** All moves of a change that is found must be done, see {@link finishMoves}. */
  constructor(place: MailboxPlace, journal: Journal) {
    this.#place = place;
    this.#journal = journal;
    this.#plan = readPlan(place.plan);
  }

  /** The change whose new set is not complete yet. */
  get pending(): { readonly from: number; readonly to: number } | undefined {
    return this.#plan && { from: this.#plan.from, to: this.#plan.to };
  }

  /** Writes the plan down. */
  plan(change: Omit<RemapPlan, 'phase' | 'aside' | 'moves'>, files: Iterable<PlannedFile>): void {
    const moves = writeMoves(this.#place.moves, files);
    const aside = freeName(this.#place.superseded, `${change.from}`);
    const plan: RemapPlan = { ...change, phase: 'clear', aside, moves };
    writePlan(this.#place.plan, plan);
    this.#plan = plan;
  }

  /** Moves the files and journals them under their new UIDs. */
  async carryOut(signal?: AbortSignal): Promise<void> {
    if (this.#plan === undefined) return;
    this.#plan = await advancePlan(this.#plan, this.#place, this.#journal, signal);
  }

  /** The new set is complete, and so is the change. */
  finish(): void {
    removePlan(this.#place);
    this.#plan = undefined;
  }
}
