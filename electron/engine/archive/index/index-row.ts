import { isComponent } from '../disk/guarded-files.ts';
import { escapeCharacter, unescapeCharacters } from '../layout/percent-encoding.ts';
import { formatRow, guarded, parseRow, unguarded } from './csv.ts';

/** The columns of `index.csv`; its first line, behind a byte order mark by which spreadsheets know UTF-8. */
const columns = 'path,folder,date,from,to,subject,flags,labels,size,sha256';

export const indexHeading = `\ufeff${columns}\r\n`;

/** Characters of a cell: spreadsheets take no more than 32,767. */
const longestCell = 30_000;

/** What the row of a message says that its journal does not know. */
export interface IndexedText {
  /** {@link formatDate} of when it was written, as in its file's name. */
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
}

/** A row of `index.csv`: a message in a mailbox. */
export interface IndexRow extends IndexedText {
  /** Of its file, relative to the archive, with `/` between folders. */
  readonly path: string;
  /** The key of its mailbox. */
  readonly folder: string;
  /** Separated by blanks, as the server sent them. */
  readonly flags: string;
  /** As Gmail has them. */
  readonly labels: readonly string[];
  /** Bytes. */
  readonly size: number;
  /** In hex; absent for an adopted file that was not read yet. */
  readonly sha256?: string;
}

/** The row with its line end; never more than one line. */
export function formatIndexRow(row: IndexRow): string {
  const { path, folder, date, from, to, subject, flags, labels, size, sha256 = '' } = row;
  const texts = [from, to, subject].map(forPeople);
  const list = labels.length === 0 ? '' : formatRow(labels.map(escaped));
  const place = [inOneLine(path), escaped(folder)];
  const cells = [...place, date, ...texts, escaped(flags), list].map(guarded);
  return `${formatRow([...cells, String(size), sha256])}\r\n`;
}

/** @returns undefined for what cannot be a row of ours */
export function parseIndexRow(line: string): IndexRow | undefined {
  const cells = parseRow(line)?.map(unguarded);
  if (cells?.length !== 10) return undefined;
  const [path = '', folder = '', date = '', from = '', to = '', subject = ''] = cells;
  const [flags = '', list = '', size = '', sha256 = ''] = cells.slice(6);
  const labels = list === '' ? [] : parseRow(list);
  if (labels === undefined || !/^\d{1,15}$/.test(size) || !/^([0-9a-f]{64})?$/.test(sha256)) return;
  if (!path.split('/').every(isComponent)) return undefined;
  return {
    ...{ path, folder: unescapeCharacters(folder), date, from, to, subject },
    flags: unescapeCharacters(flags),
    labels: labels.map(unescapeCharacters),
    size: Number(size),
    ...(sha256 !== '' && { sha256 }),
  };
}

/** @param line without its line end */
export function isIndexHeading(line: string): boolean {
  return line.replace(/^\ufeff/, '') === columns;
}

/** @param time milliseconds since 1970 as though the clock that is meant showed UTC */
export function formatDate(time: number | undefined): string {
  if (time === undefined || !(time >= earliest && time <= latest)) return '';
  return new Date(time).toISOString().slice(0, 19).replace('T', ' ');
}

/** Of four digits: a journal may say anything. */
const [earliest, latest] = [Date.UTC(1000, 0), Date.UTC(10_000, 0) - 1];

/** Names that we give are so already; others are found by their files alone. */
function inOneLine(path: string): string {
  return path.replace(/[\p{Cc}\u2028\u2029\ufeff]/gu, escapeCharacter).toWellFormed();
}

/** As it is on one line, and in no more characters than a cell may have. */
function forPeople(text: string): string {
  const line = text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return (line.length > longestCell ? `${line.slice(0, longestCell)}…` : line).toWellFormed();
}

/** As in `.uidvalidity`: reversible, and on one line. */
function escaped(text: string): string {
  return text.replace(/[%\p{Cc}\p{Cs}\u2028\u2029\ufeff]/gu, escapeCharacter);
}
