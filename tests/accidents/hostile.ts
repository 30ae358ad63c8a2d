import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Account } from '../imapcl/scripted-account.ts';
import type { Outcome } from './hostile-runs.ts';
import { makesDevices, openedPaths, tracingOpensInto } from './opened-paths.ts';
import { type Layout, type Trick, tricks } from './tricks.ts';

/** Longest that any command may take, however slow the machine is: what hangs, hangs for good. */
const longest = 60_000;

interface Copy {
  readonly trick: Trick;
  readonly archive: string;
  /** What lies outside before any command ran, as `find` and sums tell it. */
  readonly outside: string;
}

/**
 * Plays every trick on a copy of an archive and runs the commands on each.
 * @returns what does not hold, in words, and how many commands ran
 */
export async function playTricks(
  { server, place }: Account,
  layout: Layout,
): Promise<{ wrong: string[]; commands: number }> {
  const run = (archives: readonly string[]) =>
    traced(place.folder, [`${server.port}`, place.authFile, layout, ...archives]);
  const first = join(place.folder, 'first/archive');
  mkdirSync(dirname(first));
  await run([first]);
  const copyOfFirst = (name: string) => {
    const folder = join(place.folder, name);
    // With times, without which no seal fits.
    spawnSync('cp', ['-a', dirname(first), folder]);
    return join(folder, 'archive');
  };
  const copies = tricks(layout, makesDevices(place.folder)).map((trick, index): Copy => {
    const archive = copyOfFirst(`copy-${index}`);
    const outside = join(dirname(archive), 'outside');
    mkdirSync(outside);
    writeFileSync(join(outside, 'precious'), 'precious');
    trick.play(archive, outside);
    return { trick, archive, outside: contentOf(outside) };
  });
  const usual = await run([copyOfFirst('innocent')]);
  const tried = await run(copies.map(({ archive }) => archive));
  const isInside = (path: string) =>
    copies.some(({ archive }) => path === archive || path.startsWith(`${archive}/`));
  const strange = [...tried.paths].filter(
    path => !(isInside(path) || usual.paths.has(path) || isProgram(path)),
  );
  return {
    commands: tried.outcomes.length,
    wrong: [
      ...usual.outcomes.filter(({ code }) => code !== 0).map(inWords),
      ...strange.map(path => `opened ${path}`),
      ...copies.flatMap(copy => wrongWith(copy, tried.outcomes)),
    ],
  };
}

async function traced(
  folder: string,
  args: readonly string[],
): Promise<{ outcomes: Outcome[]; paths: Set<string> }> {
  const file = join(folder, 'trace');
  const entry = join(import.meta.dirname, 'hostile-runs.ts');
  const [strace = '', ...options] = tracingOpensInto(file);
  const child = spawn(strace, [...options, process.execPath, entry, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // What Node keeps of compiled sources is opened or not, whatever the archive is like.
    env: { ...process.env, NODE_COMPILE_CACHE: undefined },
  });
  // A command that hangs says nothing more.
  let silence = setTimeout(() => child.kill('SIGKILL'), longest);
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (more: string) => {
    text += more;
    clearTimeout(silence);
    silence = setTimeout(() => child.kill('SIGKILL'), longest);
  });
  await once(child, 'close');
  clearTimeout(silence);
  const outcomes = text.split('\n').filter(line => line !== '');
  return { outcomes: outcomes.map(line => JSON.parse(line)), paths: openedPaths(file) };
}

function wrongWith({ trick, archive, outside }: Copy, outcomes: readonly Outcome[]): string[] {
  const [run, verify, status, certificate] = outcomes.filter(each => each.archive === archive);
  if (run === undefined || verify === undefined || !status || !certificate) {
    return [`${trick.name}: a command hangs`];
  }
  const wrong = [run, verify, status, certificate].filter(({ code }) => code === -11).map(inWords);
  if (contentOf(join(dirname(archive), 'outside')) !== outside)
    wrong.push('changed what is outside');
  const { named } = trick;
  if (named?.run && !named.run.test(run.said)) wrong.push(`not named: ${inWords(run)}`);
  const looks = [verify, status, certificate];
  if (named?.look && !looks.some(({ said }) => named.look?.test(said))) {
    wrong.push(`not named: ${looks.map(inWords).join('')}`);
  }
  if (named === undefined && run.code !== 0) wrong.push(inWords(run));
  return wrong.map(words => `${trick.name}: ${words}`);
}

function inWords({ command, code, said }: Outcome): string {
  return `${command} ended with ${code}: ${said}`;
}

/** Names, kinds, modes, sizes, times and sums of everything in a folder. */
function contentOf(folder: string): string {
  const script =
    'find . -printf "%p %y %m %s %T@ %l\\n" | sort; find . -type f -exec sha256sum {} + | sort';
  return spawnSync('sh', ['-c', script], { cwd: folder }).stdout.toString();
}

/** Modules are loaded when they are needed first, a failure's for instance; Node asks the system at any time. */
function isProgram(path: string): boolean {
  const program = `${resolve(import.meta.dirname, '../..')}/`;
  return (
    path.startsWith(program) || path.includes('/node_modules/') || /^\/(proc|sys)\//.test(path)
  );
}
