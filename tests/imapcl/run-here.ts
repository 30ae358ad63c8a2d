import { runImapcl } from '../../electron/cli/run-imapcl.ts';
import { type Ended, exitCodeFrom } from './run-process.ts';

/** What a run within the test's own process leaves: all but a process. */
export type EndedHere = Omit<Ended, 'peakMemory'>;

/**
 * Runs imapcl within the test's own process: its arguments, output and exit code are those of the command, and
 * starting it costs nothing. For what a run makes of an archive; a process is started where that is what is tested.
 */
export async function imapclHere(args: readonly string[]): Promise<EndedHere> {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const streams = {
    stdout: { write: (text: string | Uint8Array) => stdout.push(`${text}`) },
    stderr: { write: (text: string) => stderr.push(text) },
  };
  const code = await runImapcl(args, streams, new AbortController().signal);
  return { code: exitCodeFrom(code), stdout: stdout.join(''), stderr: stderr.join('') };
}
