import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { runImapcl } from '../../electron/cli/run-imapcl.ts';
import { runMailstow } from '../../electron/cli/run-mailstow.ts';
import type { Account } from '../imapcl/scripted-account.ts';
import type { Layout } from './tricks.ts';

/** What a power cut, a full disk or a clumsy hand may leave of a file of ours. */
interface Damage {
  /** Which of the files, from 0 to 1. */
  readonly file: number;
  /** Where in it, from 0 to 1. */
  readonly at: number;
  readonly how: 'cut' | 'zeros' | 'one zero';
}

const damages = fc.record<Damage>({
  file: fc.double({ min: 0, max: 0.999_999, noNaN: true }),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  how: fc.constantFrom('cut', 'zeros', 'one zero'),
});

/**
 * Damages any one file of ours, runs, and follows the advice until a run ends with 0: nothing stored is lost.
 * Twice: of an archive at rest, and of one that a crash left in the middle of a new numbering.
 */
export async function damageFiles(
  { server, place }: Pick<Account, 'server' | 'place'>,
  layout: Layout,
  runs: number,
  seed: number,
): Promise<void> {
  const args = ['127.0.0.1', '-p', `${server.port}`, '-a', place.authFile, '--layout', layout];
  const run = (folder: string) =>
    heard(streams => runImapcl([...args, '-o', folder], streams, new AbortController().signal));
  const atRest = join(place.folder, 'at rest');
  const renumbering = join(place.folder, 'renumbering');
  expectEnd(await run(atRest), 'the first run');
  await fc.assert(
    fc.asyncProperty(damages, damage => survives(atRest, damage, run)),
    { numRuns: runs, seed },
  );
  copy(atRest, renumbering);
  server.mailbox('INBOX').rebuild(77, old => old + 10);
  writePlan(renumbering, layout);
  await fc.assert(
    fc.asyncProperty(damages, damage => survives(renumbering, damage, run)),
    { numRuns: runs, seed: seed + 1 },
  );
}

async function survives(
  from: string,
  damage: Damage,
  run: (folder: string) => Promise<Heard>,
): Promise<void> {
  const folder = `${from} damaged`;
  rmSync(folder, { recursive: true, force: true });
  copy(from, folder);
  const file = spoil(folder, damage);
  let ended = await run(folder);
  for (let step = 0; ended.code !== 0 && step < 3; step++) {
    follow(ended, folder, file);
    ended = await run(folder);
  }
  expectEnd(ended, file);
  const verified = await heard(streams => {
    const surroundings = { ...streams, stdin: process.stdin, env: {} };
    return runMailstow(['verify', folder], surroundings, new AbortController().signal);
  });
  expectEnd(verified, `verify after ${file}`);
  const kept = new Set(messagesIn(folder));
  const lost = messagesIn(from).filter(letter => !kept.has(letter));
  if (lost.length > 0) throw new Error(`${file}: lost ${lost.join()}`);
}

/** @returns what was damaged, for people */
function spoil(folder: string, { file, at, how }: Damage): string {
  const files = ours(folder);
  const path = files[Math.floor(file * files.length)] ?? '';
  const bytes = readFileSync(path);
  const start = Math.min(Math.floor(at * bytes.length), bytes.length);
  if (how === 'cut') writeFileSync(path, bytes.subarray(0, start));
  else writeFileSync(path, bytes.fill(0, start, how === 'zeros' ? bytes.length : start + 1));
  return `${path}, ${how} at ${start} of ${bytes.length}`;
}

function ours(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /^\.(uidvalidity|mailstow\/)/.test(name))
    .filter(name => !/\/(superseded|incoming|quarantine)\//.test(name))
    .map(name => join(folder, name))
    .filter(path => statSync(path).isFile())
    .sort();
}

/** Does what the failure says. */
function follow({ said }: Heard, folder: string, file: string): void {
  const plan = /The file (.*) is damaged\. It says how to finish .*Delete it, then try again/s.exec(
    said,
  );
  const line = /Line (\d+) of (.*) (?:is not|has a|gives a) .*Correct or remove that line/s.exec(
    said,
  );
  if (plan?.[1]?.startsWith(folder)) rmSync(plan[1]);
  else if (line?.[1] !== undefined && line[2] !== undefined) {
    const lines = readFileSync(line[2], 'latin1').split('\n');
    lines.splice(Number(line[1]) - 1, 1);
    writeFileSync(line[2], lines.join('\n'), 'latin1');
  } else throw new Error(`${file}: no advice to follow in: ${said}`);
}

function messagesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /(^|\/)(MSG_.*\.txt|.*\.eml)$/.test(name))
    .map(name => readFileSync(join(folder, name), 'latin1'));
}

/** As a crash leaves it that came right after the plan was written. */
function writePlan(folder: string, layout: Layout): void {
  const box = layout === 'flat' ? folder : join(folder, 'INBOX');
  const names = readdirSync(box).filter(name => /^MSG_|\]\.eml$/.test(name));
  const files = names.map(oldName => {
    const [, uid = ''] = /(?:_|\[)(\d+)(?:\.txt|\]\.eml)$/.exec(oldName) ?? [];
    const bytes = readFileSync(join(box, oldName));
    const to = Number(uid) + 10;
    const newName =
      layout === 'flat' ? `MSG_INBOX_${to}.txt` : oldName.replace(/\[\d+\]\.eml$/, `[${to}].eml`);
    const rest = { size: bytes.length, sha256: null, internalDate: null, flags: '', uid: to };
    return { kind: 'full', oldName, newName, ...rest };
  });
  const change = { from: 1662988148, to: 77, phase: 'clear', aside: '1662988148', files };
  mkdirSync(join(folder, '.mailstow/remap'), { recursive: true });
  writeFileSync(
    join(folder, '.mailstow/remap/INBOX.json'),
    JSON.stringify({ mailbox: 'INBOX', delimiter: '/', ...change }),
  );
}

/** With times, without which no seal fits. */
function copy(from: string, to: string): void {
  const { status } = spawnSync('cp', ['-a', from, to]);
  if (status !== 0 || !existsSync(to)) throw new Error(`${basename(from)} cannot be copied`);
}

interface Heard {
  readonly code: number;
  readonly said: string;
}

async function heard(
  work: (streams: Record<'stdout' | 'stderr', { write(text: string): void }>) => Promise<number>,
): Promise<Heard> {
  let said = '';
  const stream = {
    write: (text: string) => {
      said += text;
    },
  };
  const code = await work({ stdout: stream, stderr: stream });
  return { code, said };
}

function expectEnd({ code, said }: Heard, after: string): void {
  if (code !== 0) throw new Error(`${after}: ended with ${code}: ${said}`);
}
