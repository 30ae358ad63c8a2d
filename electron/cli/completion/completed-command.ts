import type { Command, Help } from 'commander';

/** What can stand at a place of a command line. */
export type Values =
  | { readonly kind: 'files' | 'folders' | 'anything' }
  | { readonly kind: 'words'; readonly words: readonly string[] };

export interface CompletedOption {
  /** As they are written, the long one first: `--help`, `-h`. */
  readonly flags: readonly string[];
  readonly text: string;
  /** Undefined for a switch. */
  readonly values: Values | undefined;
  readonly isRepeatable: boolean;
}

/** What completes a command, whichever shell it is for. */
export interface CompletedCommand {
  /** The names that lead to it, without that of the program. */
  readonly path: readonly string[];
  readonly text: string;
  readonly options: readonly CompletedOption[];
  readonly commands: readonly CompletedCommand[];
  /** What stands behind its name, one for each place. */
  readonly operands: readonly Values[];
}

/** All that is visible in the help of a definition. */
export function completedCommand(command: Command, path: readonly string[] = []): CompletedCommand {
  const help = command.createHelp();
  const commands = help.visibleCommands(command);
  const words = commands.map(each => each.name());
  return {
    path,
    text: help.subcommandDescription(command),
    options: optionsOf(command, help),
    commands: commands.map(each => {
      const completed = completedCommand(each, [...path, each.name()]);
      // Commander's own "help" takes the name of a command.
      const isHelp = !command.commands.includes(each);
      return isHelp ? { ...completed, operands: [{ kind: 'words', words }] } : completed;
    }),
    operands: command.registeredArguments.map(each => valuesOf(each.name(), each.argChoices)),
  };
}

/** A command with all that are in it. */
export function* everyCommand(command: CompletedCommand): Iterable<CompletedCommand> {
  yield command;
  for (const each of command.commands) yield* everyCommand(each);
}

function optionsOf(command: Command, help: Help): CompletedOption[] {
  return help.visibleOptions(command).map(option => ({
    flags: [option.long, option.short].filter(flag => flag !== undefined),
    text: option.description,
    values: option.required ? valuesOf(valueName(option.flags), option.argChoices) : undefined,
    isRepeatable: option.parseArg !== undefined,
  }));
}

/** FOLDER of `--folder <FOLDER>`. */
function valueName(flags: string): string {
  return /<(.+)>/.exec(flags)?.[1] ?? '';
}

function valuesOf(name: string, choices: readonly string[] | undefined): Values {
  if (choices !== undefined) return { kind: 'words', words: choices };
  if (name === 'FILE') return { kind: 'files' };
  if (name === 'FOLDER') return { kind: 'folders' };
  return { kind: 'anything' };
}
