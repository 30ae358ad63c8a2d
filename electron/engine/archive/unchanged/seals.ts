import { rmSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MailboxReport } from '../../../../shared/model/mailbox.ts';
import { type StoredIn, sampleOfJournal } from '../journal/journal-sample.ts';
import type { FileSum } from '../layout/file-sum.ts';
import type { MailboxPlace } from '../layout/mailbox-paths.ts';
import { readSeal, type Seal, stampOf, writeSeal } from './seal.ts';
import { lookOn } from './spot-check.ts';

/** mtime granularity, milliseconds: two changes closer than this get the same timestamp. */
const clockStep = 20;
/** The same where times have no parts of a second (FAT, HFS+). */
const coarseClockStep = 3_000;

/** A mailbox that was found whole by an earlier run and has not changed on this side since. */
export interface SealedMailbox {
  readonly report: MailboxReport;
  /** Some of its messages, other ones each time. */
  sample(): readonly StoredIn[];
  /** Looks at as many of its files as one run does; false where one is not as it was stored. */
  look(): boolean;
}

interface Candidate {
  readonly place: MailboxPlace;
  readonly asked: string;
  readonly report: MailboxReport;
  readonly files: FileSum;
  /** The seal that was found, with what was looked at by it. */
  readonly seal?: Seal;
}

/**
 * Lets a run pass over a mailbox in which nothing changed, however large it is. A seal tells what a
 * mailbox was like; names that come or go in its folder and writes to its journal break it, and the
 * sizes of its files are looked at in turns, because no stamp tells of them.
 */
export class Seals {
  readonly #candidates = new Map<string, Candidate>();
  /** Stamps of folders before this run wrote into them: mailboxes may share one. */
  readonly #before = new Map<string, string | undefined>();

  /**
   * @param uidValidity what `.uidvalidity` says of the mailbox
   * @param asked what the run is to archive, and by which rules
   */
  open(
    place: MailboxPlace,
    uidValidity: number | undefined,
    asked: string,
  ): SealedMailbox | undefined {
    const before = this.#stampBefore(place.folder);
    const seal = readSeal(place.seal);
    if (seal === undefined || seal.asked !== asked) return undefined;
    if (seal.report.uidValidity !== uidValidity) return undefined;
    if (seal.journal !== stampOf(place.journal) || seal.folder !== before) return undefined;
    // A run that was to archive less may have seen mail come in and been killed before its end.
    if (seal.server !== stampOf(place.serverState)) return undefined;
    return {
      report: seal.report,
      sample: () => sampleOfJournal(place.journal),
      look: () => this.#look(place, seal),
    };
  }

  /** The run found all of the mailbox on disk; sealed when the archive is closed. */
  set(place: MailboxPlace, asked: string, report: MailboxReport, files: FileSum): void {
    this.#candidates.set(place.seal, { place, asked, report, files });
  }

  /**
   * Seals what was found whole, folder by folder: only where the files that are there are those that
   * the run knows of, so that one that somebody took away in the meantime is missed by the next run.
   * @param refresh makes the layouts read their folders again
   */
  async close(refresh: () => void): Promise<void> {
    const unsealed = [...this.#candidates.values()].filter(each => !isSealed(each));
    const byFolder = Map.groupBy(unsealed, ({ place }) => place.folder);
    refresh();
    for (const [folder, candidates] of byFolder) {
      if (!(await isPastItsTime(folder))) continue;
      const before = stampOf(folder);
      const whole = candidates.filter(({ place, files }) => isSame(place.layout.sum(), files));
      if (before === undefined || stampOf(folder) !== before) continue;
      for (const { place, asked, report, files, seal } of whole) {
        const journal = stampOf(place.journal);
        const server = stampOf(place.serverState);
        if (journal === undefined || server === undefined) continue;
        const looked = seal?.looked && { looked: seal.looked };
        writeSeal(place.seal, { asked, report, files, folder: before, journal, server, ...looked });
      }
    }
  }

  #stampBefore(folder: string): string | undefined {
    if (!this.#before.has(folder)) this.#before.set(folder, stampOf(folder));
    return this.#before.get(folder);
  }

  #look(place: MailboxPlace, found: Seal): boolean {
    const looked = lookOn(place, found.looked);
    if (looked === false) {
      rmSync(place.seal, { force: true });
      return false;
    }
    const { looked: before, ...rest } = found;
    const seal = looked.next === undefined ? rest : { ...rest, looked: looked.next };
    if (before !== undefined || looked.next !== undefined) writeSeal(place.seal, seal);
    const { asked, report, files } = seal;
    this.#candidates.set(place.seal, { place, asked, report, files, seal });
    return true;
  }
}

/** Another mailbox of the run may have written into the same folder. */
function isSealed({ place, seal }: Candidate): boolean {
  return seal !== undefined && seal.folder === stampOf(place.folder);
}

function isSame(a: FileSum, b: FileSum): boolean {
  return a.count === b.count && a.uids === b.uids;
}

/** Waits where the last change is so fresh that another would get the same time; false where that takes too long. */
async function isPastItsTime(folder: string): Promise<boolean> {
  const stat = statSync(folder, { bigint: true, throwIfNoEntry: false });
  if (stat === undefined) return false;
  const age = Date.now() - Number(stat.mtimeMs);
  if (stat.mtimeNs % 1_000_000_000n === 0n) return age > coarseClockStep;
  if (age < clockStep) await sleep(clockStep);
  return true;
}
