import { exitCodeName, processExitCode } from '../../shared/model/exit-codes.ts';
import { version } from '../../shared/version.ts';
import { toFailure } from '../engine/errors.ts';
import { wrong } from './argument-values.ts';
import { archive } from './mailstow/archive.ts';
import { certificate } from './mailstow/certificate.ts';
import type { Command, Surroundings } from './mailstow/command.ts';
import { profile } from './mailstow/profile.ts';
import { serve } from './mailstow/serve.ts';
import { show } from './mailstow/show.ts';
import { status } from './mailstow/status.ts';
import { verify } from './mailstow/verify.ts';
import { Printer } from './printer.ts';

const commands: Readonly<Record<string, Command>> = {
  archive,
  verify,
  status,
  certificate,
  profile,
  serve,
  show,
};

const usage = `Usage: mailstow COMMAND …

Keeps a whole e-mail account as plain message files on your own disk, and proves that nothing is missing.

  archive        fetch what is not there yet, and certify what is
  verify         read every stored file again and compare it with what was stored
  status         what an archive holds, and how its last runs went
  certificate    the certificate of the last run
  profile        save the options of a run under a name
  serve          the app in a browser
  show           a message from its file, and what is attached to it

  --help         print this text, or with a command the help of that command
  --version      print the version
`;

/**
 * One run of the command line, from its arguments to its exit code.
 * @param signal ends a run early; what is stored by then stays
 * @returns the code the process leaves with, 0–255
 */
export async function runMailstow(
  argv: readonly string[],
  process: Omit<Surroundings, 'signal'>,
  signal: AbortSignal,
): Promise<number> {
  const { stdout, stderr, stdin, env } = process;
  const [name = '', ...rest] = argv;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  const help = command?.usage ?? usage;
  try {
    if (name === '--version') {
      stdout.write(`mailstow ${version}\n`);
      return processExitCode('SUCCESS');
    }
    if (name === '--help' || rest.includes('--help')) {
      stdout.write(help);
      return processExitCode('SUCCESS');
    }
    if (command === undefined) {
      throw wrong(
        name === '' ? 'The command is missing' : `There is no command '${name}'`,
        `The commands are ${Object.keys(commands).join(', ')}.`,
      );
    }
    return processExitCode(await command.run(rest, { stdout, stderr, stdin, env, signal }));
  } catch (error) {
    const failure = toFailure(error);
    const code = exitCodeName(failure.kind);
    const json = rest.includes('--json') && failure.kind !== 'arguments';
    new Printer(process, { json, quiet: false }).failed(failure, code);
    if (failure.kind === 'arguments') stderr.write(`\n${help}`);
    return processExitCode(code);
  }
}
