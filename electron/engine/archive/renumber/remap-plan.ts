import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { MailstowError } from '../../errors.ts';
import { syncFolder, writeAtomically } from '../disk/atomic-file.ts';
import { isComponent } from '../disk/guarded-files.ts';
import { inPieces } from '../disk/in-pieces.ts';
import { readLines } from '../disk/read-lines.ts';
import { readText } from '../disk/read-text.ts';
import type { MailboxIndex } from '../journal/mailbox-index.ts';
import { storedName } from '../journal/stored-record.ts';
import { type MessageKind, messageKinds } from '../layout/kind.ts';
import type { MailboxLayout } from '../layout/layout.ts';
import { type MailboxPlace, movesBeside } from '../layout/mailbox-paths.ts';

/** A stored message that the server now knows under another UID. */
export interface Move {
  readonly kind: MessageKind;
  readonly from: number;
  readonly to: number;
  /** When it arrived as the server says it now, where that is another date: milliseconds since 1970 UTC. */
  readonly internalDate?: number;
}

/** One file of a plan: what it is called, and what it will be. */
export interface PlannedFile {
  readonly kind: MessageKind;
  readonly oldName: string;
  readonly newName: string;
  readonly size: number;
  /** base64url; null where the file was never hashed. */
  readonly sha256: string | null;
  readonly internalDate: number | null;
  readonly flags: string;
  readonly uid: number;
}

/**
 * The plan of a change of UIDVALIDITY, on disk before anything moves:
 * `clear`: every visible file goes to superseded/, `place`: matched files come back under their new
 * UIDs, `fill`: what has no match is being downloaded. Each phase may be done again from its start.
 */
export interface RemapPlan {
  readonly mailbox: string;
  readonly delimiter: string | null;
  readonly from: number;
  readonly to: number;
  readonly phase: 'clear' | 'place' | 'fill';
  /** Where the visible files go, a folder name of their own inside the mailbox's part of superseded/. */
  readonly aside: string;
  /** How many files come back, named in a file of their own, a line each: {@link PlannedFile}. */
  readonly moves: number;
}

/** Plans of the first landing name their files themselves. */
interface FirstPlan extends Omit<RemapPlan, 'moves'> {
  readonly files: readonly PlannedFile[];
}

/** The files of a plan; moves of messages that are not there are left out. */
export function* planFiles(
  index: MailboxIndex,
  layout: MailboxLayout,
  moves: Iterable<Move>,
): Iterable<PlannedFile> {
  const taken = new Map<string, Set<number>>();
  for (const { kind, from, to, internalDate: told } of moves) {
    take(taken, `${kind} from`, from);
    take(taken, `${kind} to`, to);
    const message = index.of(kind).isPresent(from) ? index.of(kind).get(from) : undefined;
    if (message === undefined) continue;
    const oldName = storedName(layout, kind, message);
    const { size, sha256, internalDate, flags } = message;
    yield {
      kind,
      oldName,
      newName: layout.renamed(oldName, kind, to),
      uid: to,
      size,
      sha256: sha256 ?? null,
      internalDate: told ?? internalDate ?? null,
      flags,
    };
  }
}

function take(taken: Map<string, Set<number>>, end: string, uid: number): void {
  const uids = taken.get(end) ?? new Set();
  if (uids.has(uid)) throw new RangeError(`Two moves of one message: ${end} ${uid}.`);
  taken.set(end, uids.add(uid));
}

/** Writes down which files come back; in place before the plan that counts them. @returns how many */
export function writeMoves(path: string, files: Iterable<PlannedFile>): number {
  let count = 0;
  writeAtomically(path, inPieces(lines()));
  return count;

  function* lines(): Iterable<string> {
    for (const file of files) {
      count += 1;
      yield `${JSON.stringify(file)}\n`;
    }
  }
}

/**
 * Every file that comes back, with the memory of one.
 * @throws MailstowError `output-folder` where they are not all there
 */
export function* plannedFiles(
  { plan: path, moves }: MailboxPlace,
  plan: RemapPlan,
): Iterable<PlannedFile> {
  let count = 0;
  for (const line of readLines(moves)) {
    const file = parsed(line);
    if (!isPlannedFile(file)) throw damagedPlan(path);
    count += 1;
    yield file;
  }
  if (count !== plan.moves) throw damagedPlan(path);
}

export function writePlan(path: string, plan: RemapPlan): void {
  writeAtomically(path, JSON.stringify(plan));
}

export function readPlan(path: string): RemapPlan | undefined {
  const text = readText(path);
  if (text === undefined) return undefined;
  const plan = parsed(text);
  if (!isPlan(plan)) throw damagedPlan(path);
  if (!('files' in plan)) return plan;
  const { files, ...rest } = plan;
  return { ...rest, moves: writeMoves(movesBeside(path), files) };
}

function damagedPlan(path: string): MailstowError {
  return new MailstowError('damaged-plan', { args: { path } });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Also that no name in it leads out of its folder. */
function isPlan(value: unknown): value is RemapPlan | FirstPlan {
  if (typeof value !== 'object' || value === null) return false;
  const plan: Partial<Record<keyof RemapPlan | 'files', unknown>> = value;
  return (
    typeof plan.mailbox === 'string' &&
    (typeof plan.delimiter === 'string' || plan.delimiter === null) &&
    isNumber(plan.from) &&
    isNumber(plan.to) &&
    (plan.phase === 'clear' || plan.phase === 'place' || plan.phase === 'fill') &&
    isName(plan.aside) &&
    (Array.isArray(plan.files) ? plan.files.every(isPlannedFile) : isNumber(plan.moves))
  );
}

function isPlannedFile(value: unknown): value is PlannedFile {
  if (typeof value !== 'object' || value === null) return false;
  const file: Partial<Record<keyof PlannedFile, unknown>> = value;
  return (
    messageKinds.some(kind => kind === file.kind) &&
    isName(file.oldName) &&
    isName(file.newName) &&
    isNumber(file.uid) &&
    isNumber(file.size) &&
    typeof file.flags === 'string' &&
    (file.sha256 === null || typeof file.sha256 === 'string') &&
    (file.internalDate === null || typeof file.internalDate === 'number')
  );
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && isComponent(value);
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

/** The plan goes first, for good: its moves mean nothing without it. */
export function removePlan({ plan, moves }: MailboxPlace): void {
  rmSync(plan, { force: true });
  syncFolder(dirname(plan));
  rmSync(moves, { force: true });
}
