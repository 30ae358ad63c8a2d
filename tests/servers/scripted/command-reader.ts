import {
  type Argument,
  parseArguments,
  type RawCommand,
  SyntaxFault,
  textOf,
} from './arguments.ts';
import type { ByteSource } from './byte-source.ts';
import type { ReceivedCommand } from './options.ts';
import type { Output } from './output.ts';

/** RFC 7888: what LITERAL- allows without waiting. */
const literalMinusLimit = 4096;
/** No test sends more in one argument. */
const literalLimit = 1 << 20;

/** A command, or the tag and the reason why it is none. */
export type Reading = ReceivedCommand | { readonly tag: string; readonly fault: string };

/** Reads the next command, its literals included; undefined when the client has gone. */
export async function readCommand(
  input: ByteSource,
  output: Output,
  connection: number,
  announced: ReadonlySet<string>,
): Promise<Reading | undefined> {
  const lines: Buffer[] = [];
  const literals: Buffer[] = [];
  for (;;) {
    const line = await input.line();
    if (line === undefined) return undefined;
    lines.push(line);
    const literal = /\{(\d+)(\+?)\}$/.exec(line.subarray(-24).toString('latin1'));
    if (literal === null) break;
    const size = Number(literal[1]);
    const waits = literal[2] === '';
    if (size > literalLimit || (!waits && !mayGoAtOnce(size, announced))) {
      return { tag: tagOf(lines), fault: `A literal like ${literal[0]} was not offered` };
    }
    if (waits) {
      output.queue('+ Ready for the literal\r\n');
      await output.flush();
    }
    const bytes = await input.bytes(size);
    if (bytes === undefined) return undefined;
    literals.push(bytes);
  }
  return parse({ lines, literals }, connection);
}

function mayGoAtOnce(size: number, announced: ReadonlySet<string>): boolean {
  if (announced.has('LITERAL+')) return true;
  const minus = announced.has('LITERAL-') || announced.has('IMAP4REV2');
  return minus && size <= literalMinusLimit;
}

function tagOf(lines: readonly Buffer[]): string {
  return lines[0]?.toString('latin1').split(' ', 1)[0] || '*';
}

function parse(raw: RawCommand, connection: number): Reading {
  try {
    const [tag, first, ...rest] = parseArguments(raw);
    const name = textOf(first)?.toUpperCase();
    if (tag?.kind !== 'atom' || name === undefined)
      throw new SyntaxFault('A tag and a command expected');
    const [second, ...others] = rest;
    const named =
      name === 'UID'
        ? { name: `UID ${textOf(second)?.toUpperCase() ?? ''}`, arguments: others }
        : { name, arguments: rest };
    return { connection, tag: tag.text, ...named, line: render(tag.text, named, raw) };
  } catch (fault) {
    if (fault instanceof SyntaxFault) return { tag: tagOf(raw.lines), fault: fault.message };
    throw fault;
  }
}

/** The command as one text for the log; what follows a user name or a mechanism is a secret. */
function render(
  tag: string,
  command: { name: string; arguments: readonly Argument[] },
  raw: RawCommand,
): string {
  if (command.name === 'LOGIN' || command.name === 'AUTHENTICATE') {
    const secrets = command.arguments.slice(1).map(() => ' ***');
    return `${tag} ${command.name} ${textOf(command.arguments[0]) ?? ''}${secrets.join('')}`;
  }
  return raw.lines.map((line, index) => `${line}${raw.literals[index] ?? ''}`).join('');
}
