import { CommandLine } from '../command-line.ts';
import { imapclOptions } from '../imapcl-options.ts';
import { exitCodeLines } from './exit-code-lines.ts';

/** What help and manual say of imapcl, which has a parser of its own: its letters are those of the first one. */
export function imapclProgram(): CommandLine {
  return new CommandLine('imapcl')
    .usage(
      'server [-p port] [-T [-c certfile] [-C certaddr]] [-n] [-h] -a auth_file [-b MAILBOX] -o out_dir',
    )
    .description('Saves the messages of a mailbox as files. Later runs download only what is new.')
    .argument('<server>', 'name or address of the IMAP server')
    .helpOption(false)
    .addOptions(imapclOptions)
    .addHelpText('after', () => `\nExit codes:\n${exitCodeLines()}`);
}

/** What `--help` prints. */
export function imapclUsage(): string {
  return imapclProgram().helpText();
}
