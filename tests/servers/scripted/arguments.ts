/** One argument of a command: an atom as it stands, a string's bytes, or a parenthesised list. */
export type Argument =
  | { readonly kind: 'atom'; readonly text: string }
  | { readonly kind: 'string'; readonly bytes: Buffer; readonly form: 'quoted' | 'literal' }
  | { readonly kind: 'list'; readonly items: readonly Argument[] };

/** A command that breaks the grammar; answered with BAD and these words. */
export class SyntaxFault extends Error {}

/** A command as it came: lines, with a literal between each two of them. */
export interface RawCommand {
  readonly lines: readonly Buffer[];
  readonly literals: readonly Buffer[];
}

/** Splits a command into its arguments, the tag and the name being the first two. */
export function parseArguments(raw: RawCommand): Argument[] {
  const stack: Argument[][] = [[]];
  const add = (argument: Argument): void => {
    stack.at(-1)?.push(argument);
  };
  raw.lines.forEach((line, number) => {
    const text = number < raw.literals.length ? line.subarray(0, line.lastIndexOf('{')) : line;
    parseLine(text.toString('latin1'), stack, add);
    const literal = raw.literals[number];
    if (literal !== undefined) add({ kind: 'string', bytes: literal, form: 'literal' });
  });
  const [all, ...open] = stack;
  if (open.length > 0 || all === undefined) throw new SyntaxFault('A parenthesis is not closed');
  return all;
}

function parseLine(text: string, stack: Argument[][], add: (argument: Argument) => void): void {
  let at = 0;
  while (at < text.length) {
    const character = text[at];
    if (character === ' ') {
      at += 1;
    } else if (character === '(') {
      stack.push([]);
      at += 1;
    } else if (character === ')') {
      const items = stack.pop();
      if (items === undefined || stack.length === 0) throw new SyntaxFault('Stray parenthesis');
      add({ kind: 'list', items });
      at += 1;
    } else if (character === '"') {
      at = parseQuoted(text, at, add);
    } else {
      const end = endOfAtom(text, at);
      add({ kind: 'atom', text: text.slice(at, end) });
      at = end;
    }
  }
}

function parseQuoted(text: string, start: number, add: (argument: Argument) => void): number {
  let value = '';
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') {
      add({ kind: 'string', bytes: Buffer.from(value, 'latin1'), form: 'quoted' });
      return at + 1;
    }
    if (character === '\\') at += 1;
    value += text[at] ?? '';
  }
  throw new SyntaxFault('A quoted string is not closed');
}

/** An atom ends at a blank or parenthesis, except inside the brackets of `BODY[HEADER.FIELDS (…)]`. */
function endOfAtom(text: string, start: number): number {
  let inBrackets = false;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at];
    if (character === '[') inBrackets = true;
    else if (character === ']') inBrackets = false;
    else if (!inBrackets && (character === ' ' || character === '(' || character === ')'))
      return at;
  }
  return text.length;
}

/** The bytes of an atom or string, as latin1 text; undefined for a list or nothing. */
export function textOf(argument: Argument | undefined): string | undefined {
  if (argument?.kind === 'atom') return argument.text;
  return argument?.kind === 'string' ? argument.bytes.toString('latin1') : undefined;
}

/** Like {@link textOf}, but a missing argument is the client's fault. */
export function expectText(argument: Argument | undefined, what: string): string {
  const text = textOf(argument);
  if (text === undefined) throw new SyntaxFault(`${what} expected`);
  return text;
}

/** The items of a list. */
export function expectList(argument: Argument | undefined, what: string): readonly Argument[] {
  if (argument?.kind !== 'list') throw new SyntaxFault(`A list of ${what} expected`);
  return argument.items;
}

/** The text of every atom or string in a list, in upper case. */
export function expectWords(argument: Argument | undefined, what: string): string[] {
  return expectList(argument, what).map(item => expectText(item, what).toUpperCase());
}
