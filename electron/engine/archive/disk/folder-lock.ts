import { existsSync, lstatSync, lutimesSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { threadId } from 'node:worker_threads';
import { MailstowError } from '../../errors.ts';
import { createWhole } from './create-whole.ts';
import { checkFolder, namesIn, overwrite } from './guarded-files.ts';
import { isAlive, isThisProcess, type ProcessIdentity, thisProcess } from './process-identity.ts';
import { readText } from './read-text.ts';

/** How often a holder shows that it lives, and after how long without a sign a holder elsewhere counts as dead; milliseconds. */
const heartbeat = 30_000;
const silence = 10 * 60_000;

/**
 * How long an empty file may mean that its maker is about to write into it (disks without hard links), and how often
 * it is looked at; milliseconds. After a power cut a file may be empty for good, with any time.
 */
const taking = 3_000;
const look = 100;

/** What stands in the file of a lock that was given up. */
const released = 'released\n';

/** The process that owns a folder. */
export interface Holder extends ProcessIdentity {
  /** ISO 8601. */
  readonly since: string;
  /** Which of the process's threads took it, as Node counts them. */
  readonly thread?: number;
}

interface Generation {
  readonly number: number;
  readonly path: string;
}

/**
 * One run at a time owns a folder. The lock is the file `lock.N` with the highest N: anyone who wants
 * it creates `lock.N+1` once the holder of N has released it or is dead, which only one of several
 * can do. The highest file is never removed, only followed, so a slow starter cannot mistake an
 * older generation for the present one.
 */
export class FolderLock {
  readonly #path: string;
  readonly #words: string;
  readonly #timer: NodeJS.Timeout;

  private constructor(path: string, words: string) {
    this.#path = path;
    this.#words = words;
    this.#timer = setInterval(() => touch(path), heartbeat);
    this.#timer.unref();
  }

  /**
   * @param own the archive's own folder
   * @param folder the archive, as the person knows it
   * @throws MailstowError `folder-in-use`
   */
  static async acquire(own: string, folder: string): Promise<FolderLock> {
    for (let waited = 0; waited < taking && isBeingTaken(own); waited += look) await sleep(look);
    return FolderLock.#take(own, folder);
  }

  /** The same for anyone who can do without the folder: a lock that is being taken is not waited for. */
  static acquireNow(own: string, folder: string): FolderLock {
    const highest = highestGeneration(own);
    if (highest !== undefined && isBeingTaken(own)) throw inUse(highest.path, folder);
    return FolderLock.#take(own, folder);
  }

  static #take(own: string, folder: string): FolderLock {
    const highest = highestGeneration(own);
    if (highest !== undefined) refuseIfHeld(highest, folder);
    const number = (highest?.number ?? 0) + 1;
    const path = join(own, `lock.${number}`);
    const words = JSON.stringify(holder());
    if (!createWhole(path, words, false)) throw inUse(path, folder);
    const now = highestGeneration(own);
    if (now !== undefined && now.number > number) {
      rmSync(path, { force: true });
      throw inUse(now.path, folder);
    }
    for (const older of generations(own)) {
      if (older.number < number) rmSync(older.path, { force: true });
    }
    return new FolderLock(path, words);
  }

  /**
   * Never fails: a lock that cannot be given up is soon that of an ended process. It may also be gone
   * with its folder, where another run may hold one of the same name by now.
   */
  release(): void {
    clearInterval(this.#timer);
    try {
      if (readText(this.#path) === this.#words) overwrite(this.#path, released);
    } catch {
      // On a full disk the file is emptied at least, which says the same.
    }
  }
}

function holder(): Holder {
  return { ...thisProcess(), since: new Date().toISOString(), thread: threadId };
}

/**
 * Gives up what a thread of this process held when it ended: the process lives, so nobody else can tell that the
 * holder is dead. Never fails, as {@link FolderLock.release}.
 * @param own the archive's own folder
 * @param thread one that has ended, with all that it started
 */
export function releaseOfEndedThread(own: string, thread: number): void {
  try {
    checkFolder(dirname(own), own);
    const highest = highestGeneration(own);
    const held = highest && parseHolder(readText(highest.path) ?? '');
    if (highest === undefined || held?.thread !== thread || !isThisProcess(held)) return;
    overwrite(highest.path, released);
  } catch {
    // Its folder is gone, or its disk.
  }
}

/**
 * Who owns a folder at this moment, as far as can be told from here.
 * @param own the archive's own folder
 */
export function presentHolder(own: string): Holder | undefined {
  const highest = existsSync(own) ? highestGeneration(own) : undefined;
  if (highest === undefined) return undefined;
  const held = parseHolder(readText(highest.path) ?? '');
  return held !== undefined && seemsAlive(held, ageOf(highest.path)) ? held : undefined;
}

/** Whether the lock is empty and not old enough for that to last. */
function isBeingTaken(own: string): boolean {
  const highest = highestGeneration(own);
  return highest !== undefined && ageOf(highest.path) < taking && readText(highest.path) === '';
}

function refuseIfHeld({ path }: Generation, folder: string): void {
  const held = parseHolder(readText(path) ?? '');
  const age = ageOf(path);
  if (held === undefined || !seemsAlive(held, age)) return;
  // A clock that is ahead of ours made it: from now on ours tells how long its holder shows no sign.
  if (age < 0) touch(path);
  throw inUse(path, folder);
}

function seemsAlive(held: Holder, age: number): boolean {
  return isAlive(held) ?? age < silence;
}

/** Milliseconds since the last sign of life. */
function ageOf(path: string): number {
  return Date.now() - (lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
}

function inUse(path: string, folder: string): MailstowError {
  const held = parseHolder(readText(path) ?? '');
  if (held === undefined) return new MailstowError('folder-in-use', { args: { folder } });
  const { pid, host } = held;
  const since = held.since.slice(0, 16).replace('T', ' ');
  return new MailstowError('folder-in-use-by-process', { args: { folder, pid, host, since } });
}

function highestGeneration(own: string): Generation | undefined {
  return generations(own).reduce<Generation | undefined>(
    (highest, one) => (highest === undefined || one.number > highest.number ? one : highest),
    undefined,
  );
}

function generations(own: string): Generation[] {
  return namesIn(own).flatMap(name => {
    const [, digits] = /^lock\.([0-9]{1,15})$/.exec(name) ?? [];
    return digits === undefined ? [] : { number: Number(digits), path: join(own, name) };
  });
}

/** Anything but a holder's own words means that nobody holds it. */
function parseHolder(text: string): Holder | undefined {
  try {
    const holder: Holder = JSON.parse(text);
    return typeof holder === 'object' &&
      holder !== null &&
      typeof holder.pid === 'number' &&
      typeof holder.host === 'string' &&
      typeof holder.since === 'string'
      ? holder
      : undefined;
  } catch {
    return undefined;
  }
}

function touch(path: string): void {
  try {
    lutimesSync(path, new Date(), new Date());
  } catch {
    // The sign is only for other computers; the disk itself will say what is wrong with it.
  }
}
