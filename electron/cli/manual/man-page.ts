import type { Command } from 'commander';
import { describedExitCodes } from '../../../shared/model/exit-codes.ts';

/**
 * The manual page of a program, in the man macros that man-db, mandoc and groff know (man(7)).
 * @param day of the page, such as 2024-03-01
 */
export function manPage(program: Command, version: string, day: string): string {
  const help = program.createHelp();
  const inside = help.visibleCommands(program).filter(each => program.commands.includes(each));
  const lines = [
    `.TH ${program.name().toUpperCase()} 1 "${day}" "Mailstow ${version}" "User Commands"`,
    '.SH NAME',
    `${program.name()} \\- ${text(program.description())}`,
    '.SH SYNOPSIS',
    '.nf',
    ...(inside.length === 0 ? [program] : inside.flatMap(leaves)).map(synopsis),
    '.fi',
    '.SH DESCRIPTION',
    text(program.description()),
    ...(inside.length === 0 ? [] : ['.SH COMMANDS', ...inside.flatMap(leaves).flatMap(section)]),
    '.SH OPTIONS',
    ...optionLines(program),
    '.SH EXIT STATUS',
    ...describedExitCodes().flatMap(({ code, text: said }) => ['.TP', `.B ${code}`, text(said)]),
  ];
  return `${lines.join('\n')}\n`;
}

/** Commands that do something, with those inside of others. */
function leaves(command: Command): readonly Command[] {
  return command.commands.length === 0 ? [command] : command.commands.flatMap(leaves);
}

function section(command: Command): string[] {
  return [`.SS ${text(usageOf(command))}`, text(command.description()), ...optionLines(command)];
}

function optionLines(command: Command): string[] {
  const help = command.createHelp();
  return help
    .visibleOptions(command)
    .flatMap(option => [
      '.TP',
      `.B ${text(help.optionTerm(option))}`,
      text(help.optionDescription(option)),
    ]);
}

function synopsis(command: Command): string {
  return `.B ${text(usageOf(command))}`;
}

function usageOf(command: Command): string {
  return command.createHelp().commandUsage(command);
}

/** As roff takes it literally: hyphens as they are typed, and no line that looks like a request. */
function text(words: string): string {
  return words
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('…', '...')
    .replace(/^[.']/, '\\&$&');
}
