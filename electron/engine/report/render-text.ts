import type { Failure } from '../../../shared/model/failure.ts';
import type { CompletenessReport } from '../../../shared/model/report.ts';
import { english } from './english.ts';
import { type Counts, countsOf, failures, totals } from './totals.ts';
import { verdict } from './verdict.ts';
import { counted, moment, number, printable, size } from './words.ts';

const columns: readonly (readonly [title: string, of: keyof Counts])[] = [
  ['On server', 'onServer'],
  ['Left out', 'excluded'],
  ['Asked for', 'selected'],
  ['Archived', 'archived'],
  ['Elsewhere', 'elsewhere'],
  ['Missing', 'missing'],
  ['No longer on server', 'gone'],
];

/** A longer name stands on a line of its own, so that the columns stay near. */
const longestInLine = 40;

/** The report as plain text, for a terminal or a text file; ends with a line feed. */
export function renderText(report: CompletenessReport): string {
  const { account, mailboxes, notReached, others, warnings } = report;
  const wrong = failures(report);
  const { title, sentences } = verdict(report);
  const facts = [
    ['Account', `${account.user} on ${account.host}`],
    ['Archive', report.folder],
    ['Started', moment(report.startedAt)],
    ['Ended', moment(report.finishedAt)],
    ['This run', `${counted(report.stored, 'file')} written, ${size(report.storedBytes)}`],
    ['Made by', `Mailstow ${report.mailstow}`],
  ].map(([name = '', value = '']) => `${name.padEnd(9)} ${printable(value)}`);
  const sections = [
    [`${title.toUpperCase()}`, ...sentences],
    facts,
    mailboxes.length === 0 ? [] : table(report),
    notReached.length === 0 ? [] : ['Not finished by this run:', ...notReached.map(indented)],
    others.length === 0
      ? []
      : [
          `${english.otherFolders}:`,
          ...others.map(({ mailbox, reason, messages }) =>
            indented(`${mailbox || english.withoutName}: ${english.otherFolder(reason, messages)}`),
          ),
        ],
    warnings.length === 0
      ? []
      : [`${english.toKnow}:`, ...warnings.map(({ message }) => indented(message))],
    wrong.length === 0 ? [] : ['What went wrong:', ...wrong.flatMap(problemLines)],
  ];
  const texts = sections.filter(lines => lines.length > 0).map(lines => lines.join('\n'));
  return `Mailstow completeness report\n\n${texts.join('\n\n')}\n`;
}

function table({ mailboxes }: CompletenessReport): string[] {
  const rows = mailboxes.map(report => [report.mailbox, countsOf(report)] as const);
  const all = [...rows, ['Together', totals(mailboxes)] as const];
  const widths = all.map(([name]) => printable(name).length);
  const widest = Math.min(longestInLine, Math.max('Folder'.length, ...widths));
  const line = (name: string, cells: readonly string[]) =>
    [name.padEnd(widest), ...cells.map((cell, at) => cell.padStart(widthOf(at)))].join('  ');
  return [
    line(
      'Folder',
      columns.map(([title]) => title),
    ),
    ...all.flatMap(([name, counts]) => {
      const numbers = columns.map(([, of]) => number(counts[of]));
      const label = printable(name);
      return label.length > widest ? [label, line('', numbers)] : [line(label, numbers)];
    }),
  ];
}

/** Wide enough for its title and for a million. */
function widthOf(column: number): number {
  return Math.max(columns[column]?.[0].length ?? 0, '1,000,000'.length);
}

function problemLines({ mailbox, uid, message, nextStep, serverText, rawPath }: Failure): string[] {
  const place =
    mailbox === undefined ? '' : `${mailbox}${uid === undefined ? '' : `, message ${uid}`}: `;
  return [
    `  ${printable(`${place}${message}`)}`,
    ...(serverText === undefined ? [] : [`    The server says: ${printable(serverText)}`]),
    ...(rawPath === undefined ? [] : [`    What the server sent is kept in ${printable(rawPath)}`]),
    `    ${printable(nextStep)}`,
  ];
}

function indented(name: string): string {
  return `  ${printable(name)}`;
}
