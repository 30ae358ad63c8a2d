import { constants } from 'node:os';
import { getCiphers } from 'node:tls';
import { exitCodeOf } from '../../shared/model/exit-codes.ts';

const ciphers = getCiphers().join('|');

/** What is said by ourselves, piece by piece; `…` stands for whatever was between. See run-log.ts. */
const shapes: readonly (readonly [RegExp, string])[] = [
  [
    /^Mailstow (\d[\w.+-]{0,20}) archives .* \((tls|starttls|none)\) into .* \((flat|folders)\)$/s,
    'Mailstow $1 archives … ($2) into … ($3)',
  ],
  [/^Mailstow (\d[\w.+-]{0,20}) verifies .*$/s, 'Mailstow $1 verifies …'],
  [
    new RegExp(`^Connected to .* \\((not encrypted|TLSv1\\.[23], (?:${ciphers}))\\)$`, 'is'),
    'Connected to … ($1)',
  ],
  [/^(Mailboxes to archive: \d+)$/, '$1'],
  [/^.*: renumbered by the server, (\d+) renamed$/s, '…: renumbered by the server, $1 renamed'],
  [/^(Waits \d+ s): .*$/s, '$1: …'],
  [
    /^.*: done, stored ([\d,]+ messages?), ([\d.,]+ [kMGT]?B)(, [\d,]+ problems?)?$/s,
    '…: done, stored $1, $2$3',
  ],
  [/^Ended early: .*( \[[a-z-]+\])$/s, 'Ended early: …$1'],
  [/^.*: ended early: .*( \[[a-z-]+\])$/s, '…: ended early: …$1'],
  [/^.*\b(message \d+): .*( \[[a-z-]+\])$/s, '…, $1: …$2'],
  [/^.*( \[[a-z-]+\])$/s, '…$1'],
];

/** Characters; no entry of ours is longer, and the shapes take a time that is quadratic in it. */
const longestText = 12_000;

const kindAtEnd = / \[([a-z-]+)\]$/;
const errorName =
  /^((?:Aggregate|Abort|Assertion|Eval|Mailstow|Range|Reference|Syntax|Type|URI|Zod)?Error)\b/;
const stackLine = /^ *at .*[/\\(]([a-z-]+\.(?:ts|mjs|js|cjs):\d+:\d+)\)?$/;
const causeLine = /^ *Caused by: (.*)$/;
const systemCode = /\bE[A-Z]{2,14}\b/g;
const systemCodes = new Set([...Object.keys(constants.errno), 'EAI_AGAIN', 'ENOTFOUND']);

/**
 * One entry of the log (its text, without time and level) for somebody else to read: only what is known to be our own words
 * stays, with numbers, kinds of failures, and places in our code. Whatever else it holds may be a name.
 */
export function withoutNames(text: string): string {
  if (text.length > longestText) return hidden(text);
  const kind = kindAtEnd.exec(text)?.[1];
  if (kind === undefined || exitCodeOf(kind) !== undefined) {
    for (const [shape, ours] of shapes) if (shape.test(text)) return text.replace(shape, ours);
  }
  const lines = text.split('\n');
  if (lines.some(line => stackLine.test(line))) return lines.flatMap(ofStack).join('\n');
  return hidden(text);
}

function ofStack(line: string, at: number): string[] {
  const place = stackLine.exec(line)?.[1];
  if (place !== undefined) return [`    at ${place}`];
  const cause = causeLine.exec(line)?.[1];
  if (cause !== undefined) return [`Caused by: ${errorIn(cause)}`];
  return at === 0 ? [errorIn(line)] : [];
}

/** Its class, and what the system calls it. */
function errorIn(line: string): string {
  const name = errorName.exec(line)?.[1] ?? 'Error';
  const code = line.match(systemCode)?.find(each => systemCodes.has(each));
  return code === undefined ? `${name}: …` : `${name}: ${code} …`;
}

function hidden(text: string): string {
  return `… (${text.length} characters)`;
}
