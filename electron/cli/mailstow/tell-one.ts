import { printable } from '../../engine/report/words.ts';
import type { Surroundings } from './command.ts';

/** What a command did, as a sentence or, with `--json`, as an object. */
export function tellOne(
  { stdout }: Pick<Surroundings, 'stdout'>,
  { json }: { readonly json?: boolean },
  sentence: string,
  value: object,
): void {
  stdout.write(`${json ? JSON.stringify(value) : printable(sentence)}\n`);
}
