import { parseArgs } from 'node:util';
import { wrong } from './argument-values.ts';
import type { OptionTable, ValuesOf } from './option-table.ts';

/**
 * Splits the command line of imapcl strictly: unknown options, missing values and options given twice are refused.
 * An option of one letter has no long form.
 * @throws MailstowError of kind `arguments`, naming the option
 */
export function readOptions<const Table extends OptionTable>(
  argv: readonly string[],
  table: Table,
): { values: ValuesOf<Table>; positionals: string[] } {
  const seen = new Set<string>();
  for (const token of split(argv, table, false).tokens) {
    if (token.kind !== 'option') continue;
    checkOption(token, table);
    if (seen.has(token.name)) throw wrong(`${token.rawName} is given twice`, 'Use it once.');
    seen.add(token.name);
  }
  const { values, positionals } = split(argv, table, true);
  return { values: values as ValuesOf<Table>, positionals };
}

/** An option as `parseArgs` cuts it out, before anybody knows whether there is such a one. */
interface OptionToken {
  readonly name: string;
  /** As it was written. */
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function checkOption({ name, rawName, value, inlineValue }: OptionToken, table: OptionTable): void {
  const row = Object.hasOwn(table, name) ? table[name] : undefined;
  if (row === undefined) throw wrong(`Unknown option '${rawName}'`, 'See the usage below.');
  const isLetter = name.length === 1;
  if (isLetter && rawName === `--${name}`) {
    throw wrong(`Unknown option '${rawName}'`, `Write -${name}.`);
  }
  if (typeof row === 'string') {
    if (value === undefined) return;
    throw wrong(`${rawName} takes no value, but has '${value}'`, 'Leave the value out.');
  }
  if (value === undefined) throw wrong(`${rawName} has no value`, 'Put the value after it.');
  if (!inlineValue && value.startsWith('-') && value !== '-') {
    const joined = isLetter ? `${rawName}${value}` : `${rawName}=${value}`;
    throw wrong(
      `${rawName} has no value, or one that looks like an option: '${value}'`,
      `Put the value after it; if ${value} is the value, write it without a space: ${joined}`,
    );
  }
}

function split<const Strict extends boolean>(
  argv: readonly string[],
  table: OptionTable,
  strict: Strict,
) {
  const options = Object.entries(table).map(([name, row]) => [
    name,
    {
      type: typeof row === 'string' ? ('boolean' as const) : ('string' as const),
      ...(name.length === 1 ? { short: name } : {}),
    },
  ]);
  return parseArgs({
    args: [...argv],
    options: Object.fromEntries(options),
    allowPositionals: true,
    strict,
    tokens: true,
  });
}
