import { CommanderError } from 'commander';
import { type ExitCodeName, exitCodeName, processExitCode } from '../../shared/model/exit-codes.ts';
import { toFailure } from '../engine/errors.ts';
import type { ProcessSurroundings } from './mailstow/command.ts';
import { mailstowProgram } from './mailstow/program.ts';
import { Printer } from './printer.ts';

/**
 * One run of the command line, from its arguments to its exit code.
 * @param signal ends a run early; what is stored by then stays
 * @param tuneForRun sets V8 up for a run, where this process is made for nothing else
 * @returns the code the process leaves with, 0–255
 */
export async function runMailstow(
  argv: readonly string[],
  process: ProcessSurroundings,
  signal: AbortSignal,
  tuneForRun = () => {},
): Promise<number> {
  // Before commander makes anything: set when the run begins, the flags would cost it 3 MB.
  if (argv[0] === 'archive' || argv[0] === 'watch') tuneForRun();
  const { stdout, stderr, stdin, env } = process;
  let ended: ExitCodeName = 'SUCCESS';
  const program = mailstowProgram(
    async action => {
      ended = await action({ stdout, stderr, stdin, env, signal });
    },
    text => void stdout.write(text),
  );
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    // Help and version were printed.
    if (error instanceof CommanderError && error.exitCode === 0) return processExitCode('SUCCESS');
    const failure = toFailure(error);
    ended = exitCodeName(failure.kind);
    const json = argv.includes('--json') && failure.kind !== 'arguments';
    new Printer(process, { json, quiet: false }).failed(failure, ended);
  }
  return processExitCode(ended);
}
