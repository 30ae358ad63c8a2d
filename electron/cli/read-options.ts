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
  let parsed: ReturnType<typeof split<Options>>;
  try {
    parsed = split(argv, options);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    throw wrong(`These arguments cannot be read: ${text}`, 'See the usage below.');
  }
  const seen = new Set<string>();
  for (const token of parsed.tokens) {
    if (token.kind !== 'option') continue;
    if (token.rawName === `--${token.name}` && token.name.length === 1) {
      throw wrong(`Unknown option '${token.rawName}'`, `Write -${token.name}.`);
    }
    if (seen.has(token.name) && !options[token.name]?.multiple) {
      throw wrong(`${token.rawName} is given twice`, 'Give it once.');
    }
    seen.add(token.name);
  }
  return parsed;
}

function split<const Options extends ParseArgsOptionsConfig>(
  argv: readonly string[],
  options: Options,
) {
  return parseArgs({
    args: [...argv],
    options,
    allowPositionals: true,
    strict: true,
    tokens: true,
  });
}
