import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Milliseconds between two looks for the window's report. */
const betweenLooks = 100;

/** How it went: a window was there and is closed again, or a sentence why there was none. */
export type Opened = { readonly exitCode: number } | { readonly reason: string };

/** What is started. */
export interface Started {
  /** The project's folder. */
  readonly project: string;
  readonly env: NodeJS.ProcessEnv;
  /** Files of messages to begin with, absolute. */
  readonly messages: readonly string[];
}

/**
 * Runs the app until it is closed. It reports that its window works by a file: no other way is sure to lead out
 * of every runtime.
 * @param patience milliseconds until the window has to work
 */
export async function showWindow(
  runtime: string,
  { project, env, messages }: Started,
  patience: number,
): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'mailstow-start-'));
  const report = join(folder, 'window');
  try {
    const window = spawn(runtime, ['.', ...messages], {
      cwd: project,
      env: { ...env, MAILSTOW_START_REPORT: report },
      stdio: 'inherit',
    });
    return await outcome(window, () => existsSync(report), patience);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function outcome(window: ChildProcess, reported: () => boolean, patience: number): Promise<Opened> {
  const began = performance.now();
  let isWanted = true;
  let isLate = false;
  const look = setInterval(() => {
    if (reported()) clearInterval(look);
    else if (performance.now() - began > patience) {
      isLate = true;
      window.kill('SIGKILL');
    }
  }, betweenLooks);
  const pass = (signal: NodeJS.Signals) => {
    isWanted = false;
    window.kill(signal);
  };
  process.on('SIGINT', pass).on('SIGTERM', pass);
  return new Promise<Opened>(resolve => {
    window.once('error', () => resolve({ reason: 'The Electron runtime does not start here.' }));
    window.once('exit', code => {
      if (reported() || !isWanted) resolve({ exitCode: code ?? 1 });
      else if (isLate) resolve({ reason: 'The desktop app showed no window.' });
      else resolve({ reason: 'The desktop app ended before it showed a window.' });
    });
  }).finally(() => {
    clearInterval(look);
    process.off('SIGINT', pass).off('SIGTERM', pass);
  });
}
