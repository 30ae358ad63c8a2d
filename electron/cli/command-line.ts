import {
  Command,
  type ErrorOptions,
  type HelpContext,
  Option,
  type ParseOptionsResult,
} from 'commander';
import { MailstowError } from '../engine/errors.ts';
import type { OptionRow, OptionTable } from './option-table.ts';

/** A command of `commander` whose wrong use is one sentence and what to do, as every failure of ours. */
export class CommandLine extends Command {
  override createCommand(name?: string): CommandLine {
    return new CommandLine(name);
  }

  /** Its name with those of the commands around it, as a person types it. */
  get path(): string {
    const above = this.parent;
    return above instanceof CommandLine ? `${above.path} ${this.name()}` : this.name();
  }

  addOptions(table: OptionTable): this {
    for (const [name, row] of Object.entries(table)) this.addOption(optionOf(name, row));
    return this;
  }

  /** @throws MailstowError of kind `arguments`; it never quotes the value of an option that is not known */
  override error(message: string, { code }: ErrorOptions = {}): never {
    const [, words = message, hint] =
      /^error: ([\s\S]*?)(?:\n\((Did you mean [^\n]*\?)\))?$/.exec(message) ?? [];
    const sentence =
      code === 'commander.unknownOption' ? withoutValue(words) : this.#ours(words, code);
    const whole = /[.?]$/.test(sentence) ? sentence : `${sentence}.`;
    const problem = hint === undefined ? whole : `${whole} ${hint}`;
    throw new MailstowError('wrong-command-line', {
      args: { problem, advice: `See: ${this.path} --help` },
    });
  }

  /** What `--help` prints, with what stands around it. */
  helpText(): string {
    let text = '';
    this.configureOutput({
      writeOut: piece => {
        text += piece;
      },
    });
    this.outputHelp();
    return text;
  }

  /** Asked for by an error where a command is made of others and none is named. */
  override help(context?: HelpContext | ((text: string) => string)): never {
    if (typeof context === 'function' || context?.error !== true) super.help();
    const [first, name] = this.args;
    // "help NAME", and there is no such command.
    if (first === 'help' && name !== undefined) this.parse([name], { from: 'user' });
    this.error('error: the command is missing');
  }

  /** What commander lets pass: an option given twice, and one that took the next option for its value. */
  override parseOptions(args: string[]): ParseOptionsResult {
    const seen = new Set<Option>();
    const end = args.indexOf('--');
    for (const [index, arg] of args.slice(0, end < 0 ? undefined : end).entries()) {
      const equals = arg.indexOf('=');
      const flag = equals < 0 ? arg : arg.slice(0, equals);
      const option = this.options.find(({ long }) => long === flag);
      if (option === undefined) continue;
      if (seen.has(option) && option.parseArg === undefined) this.error(`${flag} is given twice`);
      seen.add(option);
      if (option.isBoolean() && equals >= 0) this.error(`${flag} takes no value`);
      const next = args[index + 1] ?? '';
      if (option.required && equals < 0 && next.startsWith('-') && next !== '-') {
        this.error(
          `${flag} has no value, or one that looks like an option; if ${next} is its value, write ${flag}=${next}`,
        );
      }
    }
    return super.parseOptions(args);
  }

  #ours(words: string, code: string | undefined): string {
    const { args, registeredArguments } = this;
    if (code === 'commander.excessArguments') {
      return `'${args[registeredArguments.length]}' is one argument too many`;
    }
    if (code === 'commander.missingArgument') {
      return `${registeredArguments[args.length]?.name()} is missing`;
    }
    return words.charAt(0).toUpperCase() + words.slice(1);
  }
}

function optionOf(name: string, row: OptionRow): Option {
  const flag = name.length === 1 ? `-${name}` : `--${name}`;
  if (typeof row === 'string') {
    const option = new Option(flag, row);
    // "--no-…" is a switch as any other is, not the opposite of one that need not be there.
    option.negate = false;
    return option;
  }
  const option = new Option(`${flag} <${row.value}>`, row.text);
  // For help and completion: a profile brings values that nobody parses here.
  if (row.choices !== undefined) option.argChoices = [...row.choices];
  if (row.multiple) option.argParser((value: string, before: string[] = []) => [...before, value]);
  return option;
}

/** "unknown option '--password=…'" without what may be a secret. */
function withoutValue(words: string): string {
  const flag = words.slice(words.indexOf("'") + 1, -1);
  const [name = ''] = flag.startsWith('--') ? flag.split('=', 1) : [flag.slice(0, 2)];
  return `Unknown option '${name}'`;
}
