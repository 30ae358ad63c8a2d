import { lstatSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { makeFoldersIn, syncFolder } from './atomic-file.ts';
import type { Journal } from './journal.ts';
import type { MailboxPlace } from './mailbox-place.ts';
import { type PlannedFile, type RemapPlan, writePlan } from './remap-plan.ts';
import type { StoredMessage } from './stored-index.ts';

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

function clear(plan: RemapPlan, { folder, superseded, layout }: MailboxPlace): void {
  const aside = join(superseded, plan.aside);
  const names: string[] = [];
  layout.eachFile((_kind, _uid, name) => names.push(name));
  for (const name of names) renameSync(join(folder, name), join(aside, name));
  syncFolder(aside);
  syncFolder(folder);
}

function bringBack(plan: RemapPlan, place: MailboxPlace, journal: Journal): void {
  const { folder, superseded, layout } = place;
  const aside = join(superseded, plan.aside);
  for (const { oldName, newName } of plan.files) {
    const kept = join(aside, oldName);
    if (exists(kept) && !exists(join(folder, newName))) renameSync(kept, join(folder, newName));
  }
  syncFolder(folder);
  syncFolder(aside);
  journal.append([
    { type: 'uid-validity', value: plan.to, restart: true },
    ...plan.files.map(file => ({
      type: 'stored' as const,
      kind: file.kind,
      message: movedMessage(file, layout.derived),
    })),
  ]);
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
