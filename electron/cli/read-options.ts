import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { wrong } from './argument-values.ts';

/**
 * Splits a command line strictly: unknown options, missing values and options given twice are refused.
 * An option of one letter has no long form.
 * @throws MailstowError of kind `arguments`, naming the option
 */
export function readOptions<const Options extends ParseArgsOptionsConfig>(
  argv: readonly string[],
  options: Options,
) {
  const seen = new Set<string>();
  for (const token of split(argv, options, false).tokens) {
    if (token.kind !== 'option') continue;
    checkOption(token, options);
    if (seen.has(token.name) && !options[token.name]?.multiple) {
      throw wrong(`${token.rawName} is given twice`, 'Give it once.');
    }
    seen.add(token.name);
  }
  return split(argv, options, true);
}

/** An option as `parseArgs` cuts it out, before anybody knows whether there is such a one. */
interface OptionToken {
  readonly name: string;
  /** As it was written. */
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function checkOption(
  { name, rawName, value, inlineValue }: OptionToken,
  options: ParseArgsOptionsConfig,
): void {
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (option === undefined) throw wrong(`Unknown option '${rawName}'`, 'See the usage below.');
  const isLetter = name.length === 1;
  if (isLetter && rawName === `--${name}`) {
    throw wrong(`Unknown option '${rawName}'`, `Write -${name}.`);
  }
  if (option.type === 'boolean') {
    if (value === undefined) return;
    throw wrong(`${rawName} takes no value, and has '${value}'`, 'Leave the value out.');
  }
  if (value === undefined) throw wrong(`${rawName} has no value`, 'Write the value behind it.');
  if (!inlineValue && value.startsWith('-') && value !== '-') {
    const joined = isLetter ? `${rawName}${value}` : `${rawName}=${value}`;
    throw wrong(
      `${rawName} has no value, or one that looks like an option: '${value}'`,
      `Write the value behind it; if ${value} is the value, write it without a blank: ${joined}`,
    );
  }
}

function split<const Options extends ParseArgsOptionsConfig, const Strict extends boolean>(
  argv: readonly string[],
  options: Options,
  strict: Strict,
) {
  return parseArgs({
    args: [...argv],
    options,
    allowPositionals: true,
    strict,
    tokens: true,
  });
}
