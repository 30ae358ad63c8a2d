import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { dovecotMissing, startDovecot } from '../servers/dovecot.ts';
import { contestants } from './contestants.ts';
import { freshDisk } from './fresh-disk.ts';
import { describeMachine } from './machine.ts';
import { type Options, readOptions } from './options.ts';
import { parts } from './parts.ts';
import { buildPrograms } from './programs.ts';
import { type Figure, summarise, type Timing } from './results.ts';
import { renderTables } from './table.ts';
import { isMet, targets } from './targets.ts';

/** The benchmark: ours against what others use, in one session on this machine. */
const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => stopped.abort(new Error('stopped')));
}
try {
  await bench(readOptions(process.argv.slice(2), Object.keys(parts)));
} catch (reason) {
  console.error(reason instanceof Error ? reason.message : reason);
  process.exitCode = 1;
}

async function bench(options: Options): Promise<void> {
  const missing = dovecotMissing();
  if (missing !== undefined) throw new Error(missing);
  const folder = mkdtempSync(join(tmpdir(), 'mailstow-bench-'));
  try {
    const machine = describeMachine(folder);
    const { timings, figures } = await measureAll(folder, options);
    const findings = { results: summarise(timings), figures };
    const verdicts = targets.map(target => ({
      ...target,
      measured: target.measured(findings),
      met: isMet(target, findings),
    }));
    save(
      options.json,
      JSON.stringify({ machine, ...findings, timings, targets: verdicts }, null, 2),
    );
    console.log(`\n${renderTables(findings, targets)}\n`);
    for (const [name, value] of Object.entries(machine)) console.log(`- ${name}: ${value}`);
    for (const { name, missing } of contestants) {
      const why = missing();
      if (why !== undefined) console.log(`- left out: ${name}, because ${why}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureAll(
  folder: string,
  { presets, rounds }: Options,
): Promise<{ timings: Timing[]; figures: Figure[] }> {
  const programs = await buildPrograms(folder);
  const dovecot = await startDovecot();
  const timings: Timing[] = [];
  const figures: Figure[] = [];
  try {
    for (const preset of presets) {
      const disk = freshDisk(join(folder, preset));
      const report = (words: string): void => console.error(words);
      if (!disk.fresh) report(`${preset}: not on a fresh file system, because none can be mounted`);
      const stage = {
        dovecot,
        programs,
        folder: disk.folder,
        rounds,
        signal: stopped.signal,
        report,
      };
      try {
        const outcome = await parts[preset]?.(stage);
        timings.push(...(outcome?.timings ?? []));
        figures.push(...(outcome?.figures ?? []));
      } finally {
        disk.remove();
      }
    }
  } finally {
    await dovecot.stop();
  }
  return { timings, figures };
}

function save(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
