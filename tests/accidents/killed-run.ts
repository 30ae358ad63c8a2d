import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { layoutArguments } from '../both-layouts.ts';
import { entryOf } from '../imapcl/run-process.ts';
import type { Account } from '../imapcl/scripted-account.ts';

/** No run of these tests takes longer, milliseconds; one that does hangs. */
const longestRun = 120_000;

/** A run that may not live to its end. */
export interface StartedRun {
  /** Ends it at once and for good, as a power cut would. */
  kill(): void;
  readonly pid: number;
  readonly ended: Promise<RunEnd>;
}

export interface RunEnd {
  readonly killed: boolean;
  /** Null where it was killed. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Starts imapcl on the account as a process that the test can kill.
 * @param user the number of the system's user that it runs as, where that is another one
 */
export function start(
  { server, place }: Account,
  user?: number,
  ...more: readonly string[]
): StartedRun {
  const address = ['127.0.0.1', '-p', `${server.port}`];
  const folder = ['-a', place.authFile, '-o', place.out, ...layoutArguments()];
  const args = [entryOf('imapcl'), ...address, ...folder, ...more];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(user === undefined ? {} : { uid: user }),
    // Starting is most of a short run; what was compiled once need not be compiled a hundred times.
    env: { NODE_COMPILE_CACHE: `${place.folder}/compiled`, ...process.env },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = once(child, 'close').then(([code, signal]) => ({
    killed: signal === 'SIGKILL',
    code,
    stdout,
    stderr,
  }));
  return { kill: () => child.kill('SIGKILL'), pid: child.pid ?? 0, ended };
}

/** Runs to the end and measures from its login on, so that moments can be spread over all of it. */
export async function millisecondsFromLogin(account: Account): Promise<number> {
  const run = start(account);
  await loggedIn(account, 0);
  const begin = performance.now();
  const { code, stderr } = await run.ended;
  if (code !== 0) throw new Error(`The run that was to be measured failed: ${stderr}`);
  return performance.now() - begin;
}

/** Runs, and kills that many milliseconds after the login unless the run is over by then. */
export async function runUntil(account: Account, milliseconds: number): Promise<RunEnd> {
  const before = account.server.connections.length;
  const run = start(account);
  const over = new AbortController();
  const end = run.ended.finally(() => over.abort());
  await Promise.race([loggedIn(account, before), end]);
  await wait(Math.min(milliseconds, longestRun), undefined, { signal: over.signal }).then(
    () => run.kill(),
    () => undefined,
  );
  return end;
}

function loggedIn({ server }: Account, connectionsBefore: number): Promise<unknown> {
  return server.received(
    ({ name, connection }) => connection > connectionsBefore && /^(LOGIN|AUTHENTICATE)$/.test(name),
  );
}
