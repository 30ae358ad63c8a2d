import { lstatSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { makeFoldersIn, syncFolder } from './atomic-file.ts';
import type { Journal } from './journal.ts';
import type { JournalRecord } from './journal-record.ts';
import type { MailboxPlace } from './mailbox-place.ts';
import { eachMove, type PlannedFile, type RemapPlan, writePlan } from './remap-plan.ts';
import type { StoredMessage } from './stored-index.ts';
import { nameAside } from './superseded.ts';

/** Lines written together to the journal. */
const recordsAtOnce = 5_000;

/** Carries a plan on to the phase `fill`, whichever it has reached; returns it as it then is. */
export function advancePlan(plan: RemapPlan, place: MailboxPlace, journal: Journal): RemapPlan {
  let current = plan;
  makeFoldersIn(place.archive, [join(place.superseded, plan.aside)]);
  if (current.phase === 'clear') {
    clear(current, place);
    current = { ...current, phase: 'place' };
    writePlan(place.plan, current);
  }
  if (current.phase === 'place') {
    bringBack(current, place, journal);
    current = { ...current, phase: 'fill' };
    writePlan(place.plan, current);
  }
  return current;
}

/** Moves while the folder is read, so that no list of its names is held; until a reading finds none. */
function clear(plan: RemapPlan, { folder, superseded, layout }: MailboxPlace): void {
  const aside = join(superseded, plan.aside);
  for (let moved = -1; moved !== 0; ) {
    moved = 0;
    layout.eachFile((_kind, _uid, name) => {
      if (exists(join(folder, name))) renameSync(join(folder, name), join(aside, nameAside(name)));
      moved += 1;
    });
  }
  syncFolder(aside);
  syncFolder(folder);
}

function bringBack(plan: RemapPlan, place: MailboxPlace, journal: Journal): void {
  const { folder, superseded, layout } = place;
  const aside = join(superseded, plan.aside);
  eachMove(place, plan, ({ oldName, newName }) => {
    // A plan of the first landing kept names whole.
    const kept = [nameAside(oldName), oldName].map(name => join(aside, name)).find(exists);
    if (kept !== undefined && !exists(join(folder, newName))) {
      renameSync(kept, join(folder, newName));
    }
  });
  syncFolder(folder);
  syncFolder(aside);
  let records: JournalRecord[] = [{ type: 'uid-validity', value: plan.to, restart: true }];
  eachMove(place, plan, file => {
    const { kind } = file;
    records.push({ type: 'stored', kind, message: movedMessage(file, layout.derived) });
    if (records.length < recordsAtOnce) return;
    journal.append(records);
    records = [];
  });
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
