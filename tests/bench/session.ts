import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDovecot } from '../servers/dovecot.ts';
import { freshDisk } from './fresh-disk.ts';
import { describeMachine, type Machine } from './measure/machine.ts';
import { buildPrograms } from './programs.ts';
import type { Figure, Timing } from './report/results.ts';
import type { Part, Stage } from './stage.ts';

/** What one session found out. */
export interface Session {
  readonly machine: Machine;
  readonly timings: readonly Timing[];
  readonly figures: readonly Figure[];
  /** What could not be measured, and why; the rest is whole. */
  readonly failures: readonly string[];
}

/**
 * Runs the parts one after the other against one Dovecot, each on a fresh disk, and leaves nothing
 * behind.
 * @throws when the signal ends it, or nothing can be built or started
 */
export async function runSession(
  parts: Readonly<Record<string, Part>>,
  how: Pick<Stage, 'rounds' | 'signal' | 'report'>,
): Promise<Session> {
  const folder = mkdtempSync(join(tmpdir(), 'mailstow-bench-'));
  // Run by root, getmail delivers as somebody else.
  chmodSync(folder, 0o755);
  try {
    const programs = await buildPrograms(folder);
    const dovecot = await startDovecot();
    const timings: Timing[] = [];
    const figures: Figure[] = [];
    const failures: string[] = [];
    const failed = (words: string): void => {
      failures.push(words);
      how.report(`Not measured: ${words}`);
    };
    const disks = new Set<string>();
    try {
      for (const [name, part] of Object.entries(parts)) {
        const { once, eachRound } = part.gigabytes;
        const room = once + eachRound * how.rounds;
        const disk = await freshDisk(join(folder, name), room, how.signal);
        disks.add(disk.fresh ? 'a fresh ext4 in a file' : 'an ordinary folder');
        try {
          const outcome = await part.run({
            ...how,
            failed,
            dovecot,
            programs,
            folder: disk.folder,
          });
          timings.push(...outcome.timings);
          figures.push(...outcome.figures);
        } catch (reason) {
          how.signal.throwIfAborted();
          failed(`${name}: ${reason instanceof Error ? reason.message : reason}`);
        } finally {
          disk.remove();
        }
      }
    } finally {
      await dovecot.stop();
    }
    const machine = { ...describeMachine(folder), output: [...disks].join(', ') };
    return { machine, timings, figures, failures };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
