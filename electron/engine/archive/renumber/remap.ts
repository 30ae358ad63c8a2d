import { lstatSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { makeFoldersIn, syncFolder } from '../disk/atomic-file.ts';
import { inTurns } from '../disk/turns.ts';
import type { Journal } from '../journal/journal.ts';
import type { JournalRecord } from '../journal/journal-record.ts';
import type { StoredMessage } from '../journal/message-table.ts';
import type { MailboxPlace } from '../layout/mailbox-paths.ts';
import { nameAside } from '../writer/superseded.ts';
import { type PlannedFile, plannedFiles, type RemapPlan, writePlan } from './remap-plan.ts';

/** Lines written together to the journal. */
const recordsAtOnce = 5_000;

/**
 * Carries a plan on to the phase `fill`, whichever it has reached.
 * @param signal ends it early: what is left is done again by the next opening
 * @returns the plan as it then is
 */
export async function advancePlan(
  plan: RemapPlan,
  place: MailboxPlace,
  journal: Journal,
  signal?: AbortSignal,
): Promise<RemapPlan> {
  let current = plan;
  makeFoldersIn(place.archive, [place.folder, join(place.superseded, plan.aside)]);
  if (current.phase === 'clear') {
    await inTurns(clear(current, place), signal);
    current = { ...current, phase: 'place' };
    writePlan(place.plan, current);
  }
  if (current.phase === 'place') {
    await inTurns(bringBack(current, place, journal), signal);
    current = { ...current, phase: 'fill' };
    writePlan(place.plan, current);
  }
  return current;
}

/** Moves while the folder is read, so that no list of its names is held; until a reading finds none. A step a file. */
function* clear(
  plan: RemapPlan,
  { folder, superseded, layout }: MailboxPlace,
): Generator<void, void, undefined> {
  const aside = join(superseded, plan.aside);
  for (let moved = -1; moved !== 0; ) {
    moved = 0;
    for (const { name } of layout.files()) {
      if (exists(join(folder, name))) renameSync(join(folder, name), join(aside, nameAside(name)));
      moved += 1;
      yield;
    }
  }
  syncFolder(aside);
  syncFolder(folder);
}

/** A step a file, and one for each piece of the journal. */
function* bringBack(
  plan: RemapPlan,
  place: MailboxPlace,
  journal: Journal,
): Generator<void, void, undefined> {
  const { folder, superseded, layout } = place;
  const aside = join(superseded, plan.aside);
  for (const { oldName, newName } of plannedFiles(place, plan)) {
    // A plan of the first landing kept names whole.
    const kept = [nameAside(oldName), oldName].map(name => join(aside, name)).find(exists);
    if (kept !== undefined && !exists(join(folder, newName))) {
      renameSync(kept, join(folder, newName));
    }
    yield;
  }
  syncFolder(folder);
  syncFolder(aside);
  let records: JournalRecord[] = [{ type: 'uid-validity', value: plan.to, restart: true }];
  for (const file of plannedFiles(place, plan)) {
    const { kind } = file;
    records.push({ type: 'stored', kind, message: movedMessage(file, layout.derived) });
    if (records.length < recordsAtOnce) continue;
    journal.append(records);
    records = [];
    yield;
  }
  journal.append(records);
}

function movedMessage(file: PlannedFile, derived: boolean): StoredMessage {
  const { uid, size, flags, sha256, internalDate, newName } = file;
  return {
    uid,
    size,
    flags,
    ...(sha256 !== null && { sha256 }),
    ...(internalDate !== null && { internalDate }),
    ...(!derived && { name: newName }),
  };
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
