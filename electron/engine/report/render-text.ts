import type { Failure } from '../../../shared/model/failure.ts';
import type { CompletenessReport } from '../../../shared/model/report.ts';
import { english } from './english.ts';
import { accountName, otherFolder } from './sentences.ts';
import { countsOf, failures, totals } from './totals.ts';
import { verdict } from './verdict.ts';
import { moment, number, printable, size } from './words.ts';

const { say } = english;

const columns = (
  ['onServer', 'excluded', 'selected', 'archived', 'elsewhere', 'missing', 'gone'] as const
).map(of => ({ of, title: say(`columns.${of}`) }));

/** A longer name stands on a line of its own, so that the columns stay near. */
const longestInLine = 40;

/** The report as plain English text, for a terminal or a text file; ends with a line feed. */
export function renderText(report: CompletenessReport): string {
  const { account, mailboxes, notReached, others, warnings } = report;
  const wrong = failures(report);
  const { title, sentences } = verdict(report);
  const facts = [
    [say('account'), accountName(english, account)],
    [say('archive'), report.folder],
    [say('started'), moment(report.startedAt)],
    [say('ended'), moment(report.finishedAt)],
    [say('thisRun'), say('written', { count: report.stored, size: size(report.storedBytes) })],
    [say('madeBy'), `Mailstow ${report.mailstow}`],
  ].map(([name = '', value = '']) => `${name.padEnd(9)} ${printable(value)}`);
  const sections = [
    [title.toUpperCase(), ...sentences],
    facts,
    mailboxes.length === 0 ? [] : table(report),
    section(say('notReached'), notReached.map(indented)),
    section(
      say('otherFolders'),
      others.map(other => indented(otherFolder(english, other))),
    ),
    section(
      say('toKnow'),
      warnings.map(({ message }) => indented(message)),
    ),
    section(say('wentWrong'), wrong.flatMap(problemLines)),
  ];
  const texts = sections.filter(lines => lines.length > 0).map(lines => lines.join('\n'));
  return `${say('heading')}\n\n${texts.join('\n\n')}\n`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${title}:`, ...lines];
}

function table({ mailboxes }: CompletenessReport): string[] {
  const rows = mailboxes.map(report => [report.mailbox, countsOf(report)] as const);
  const all = [...rows, [say('columns.total'), totals(mailboxes)] as const];
  const widths = all.map(([name]) => printable(name).length);
  const widest = Math.min(longestInLine, Math.max(say('folder').length, ...widths));
  const line = (name: string, cells: readonly string[]) =>
    [name.padEnd(widest), ...cells.map((cell, at) => cell.padStart(widthOf(at)))].join('  ');
  return [
    line(
      say('folder'),
      columns.map(({ title }) => title),
    ),
    ...all.flatMap(([name, counts]) => {
      const numbers = columns.map(({ of }) => number(counts[of]));
      const label = printable(name);
      return label.length > widest ? [label, line('', numbers)] : [line(label, numbers)];
    }),
  ];
}

/** Wide enough for its title and for a million. */
function widthOf(column: number): number {
  return Math.max(columns[column]?.title.length ?? 0, '1,000,000'.length);
}

function problemLines({ mailbox, uid, message, nextStep, serverText, rawPath }: Failure): string[] {
  const place =
    mailbox === undefined ? '' : `${mailbox}${uid === undefined ? '' : `, message ${uid}`}: `;
  return [
    `  ${printable(`${place}${message}`)}`,
    ...(serverText === undefined ? [] : [`    ${say('serverWords')} ${printable(serverText)}`]),
    ...(rawPath === undefined ? [] : [`    ${say('keptIn')} ${printable(rawPath)}`]),
    `    ${printable(nextStep)}`,
  ];
}

function indented(name: string): string {
  return `  ${printable(name)}`;
}
