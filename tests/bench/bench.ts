import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { dovecotMissing } from '../servers/dovecot.ts';
import { contestants } from './contestants.ts';
import { type Options, readOptions } from './options.ts';
import { parts } from './parts.ts';
import { pop3Contestants } from './pop3/pop3-contestants.ts';
import { renderChart } from './report/chart.ts';
import { summarise } from './report/results.ts';
import { renderTables } from './report/table.ts';
import { targets, verdicts } from './report/targets.ts';
import { runSession } from './session.ts';

/** The benchmark: ours against what others use, in one session on this machine. */
const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => stopped.abort(new Error('Stopped.')));
}
try {
  await bench(readOptions(process.argv.slice(2), Object.keys(parts)));
} catch (reason) {
  console.error(reason instanceof Error ? reason.message : reason);
  process.exitCode = 1;
}

async function bench({ presets, rounds, json, svg }: Options): Promise<void> {
  const missing = dovecotMissing();
  if (missing !== undefined) throw new Error(missing);
  const chosen = Object.fromEntries(
    Object.entries(parts).filter(([name]) => presets.includes(name)),
  );
  const report = (words: string): void => console.error(words);
  const session = await runSession(chosen, { rounds, signal: stopped.signal, report });
  const findings = { results: summarise(session.timings), figures: session.figures };
  const targetsMet = verdicts(targets, findings);
  save(
    json,
    JSON.stringify({ ...session, results: findings.results, targets: targetsMet }, null, 2),
  );
  save(svg, renderChart(findings.results));

  console.log(`\n${renderTables(findings, targetsMet)}\n`);
  for (const [name, value] of Object.entries(session.machine)) console.log(`- ${name}: ${value}`);
  for (const { name, missing } of [...contestants, ...pop3Contestants]) {
    const why = missing();
    if (why !== undefined) console.log(`- left out: ${name}, because ${why}`);
  }
  for (const failure of session.failures) console.error(`Not measured: ${failure}`);
  if (session.failures.length > 0) process.exitCode = 1;
}

function save(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
