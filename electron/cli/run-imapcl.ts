import { exitCodeName, exitCodeNameOf, processExitCode } from '../../shared/model/exit-codes.ts';
import type { RunEvent } from '../../shared/model/run.ts';
import { version } from '../../shared/version.ts';
import { MailstowError, toFailure } from '../engine/errors.ts';
import { parseArguments } from './arguments.ts';
import { readCredentials } from './credentials.ts';
import { Printer, type Streams } from './printer.ts';
import { keepShared } from './private-files.ts';
import { loggedRun, withLog } from './with-log.ts';
import { withTrace } from './with-trace.ts';

/**
 * One run of the command line, from its arguments to its exit code.
 * @param signal ends the run early; what is stored by then stays
 * @returns the code the process leaves with, 0–255
 */
export async function runImapcl(
  argv: readonly string[],
  streams: Streams,
  signal: AbortSignal,
): Promise<number> {
  let printer = new Printer(streams, { json: false, quiet: false });
  try {
    const parsed = parseArguments(argv);
    if (parsed.show !== 'run') {
      streams.stdout.write(parsed.show === 'help' ? await usage() : `imapcl ${version}\n`);
      return processExitCode('SUCCESS');
    }
    printer = new Printer(streams, parsed);
    if (parsed.request.sharedFolder) keepShared();
    const { request } = parsed;
    const result = await withLog(parsed.log, async log => {
      const credentials = await readCredentials(parsed.authFile, text => printer.warning(text));
      const emit = (event: RunEvent) => printer.event(event);
      const run = () => loggedRun(log, { ...request, credentials }, emit, signal);
      return withTrace(parsed.trace, run);
    });
    printer.done(result, request.selection);
    return processExitCode(exitCodeNameOf(result));
  } catch (error) {
    const failure = toFailure(error);
    const name = exitCodeName(failure.kind);
    printer.failed(failure, name);
    if (error instanceof MailstowError && error.kind === 'arguments') {
      streams.stderr.write(`\n${await usage()}`);
    }
    return processExitCode(name);
  }
}

/** Loaded where it is needed only: its library costs memory. */
async function usage(): Promise<string> {
  return (await import('./manual/imapcl-program.ts')).imapclUsage();
}
