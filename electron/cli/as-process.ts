import { processExitCode } from '../../shared/model/exit-codes.ts';
import { toFailure } from '../engine/errors.ts';
import type { ProcessSurroundings } from './mailstow/command.ts';
import { Printer } from './printer.ts';
import { keepPrivate } from './private-files.ts';

/** Runs a command line as this process: its arguments, streams and signals, and the code it leaves with. */
export async function asProcess(
  run: (
    argv: readonly string[],
    surroundings: ProcessSurroundings,
    signal: AbortSignal,
  ) => Promise<number>,
): Promise<void> {
  keepPrivate();
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    // Once: a second signal ends the process at once, as without us.
    process.once(name, () => stop.abort());
  }
  // A reader that went away (`mailstow … | head`) must not turn a good run into a crash.
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});

  // Rejections that nobody handles come here too.
  process.on('uncaughtException', endUnexpectedly);

  process.exitCode = await run(process.argv.slice(2), process, stop.signal);
}

/** What nobody caught leaves a state that nobody knows; what is stored is whole at any moment. */
function endUnexpectedly(error: unknown): void {
  const json = process.argv.includes('--json');
  // Its stack goes to the log, where there is one.
  new Printer(process, { json, quiet: false }).failed(toFailure(error), 'UNDEFINED_STATE');
  process.exit(processExitCode('UNDEFINED_STATE'));
}
