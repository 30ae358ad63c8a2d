import { escaped } from './shown-page.ts';

/** More than fits any window; laying out a table takes the longer the larger it is. */
const mostRows = 1_000;
const mostColumns = 60;
const mostCells = 20_000;
/** Characters of a cell. */
const longestCell = 500;

const separators = [',', ';', '\t', '|'] as const;

/** A table as HTML; undefined where a text is no table. */
export function tableOf(text: string): { html: string; isCut: boolean } | undefined {
  const separator = separatorOf(text);
  if (separator === undefined) return undefined;
  let isCut = false;
  let cells = 0;
  const rows: string[] = [];
  for (const row of rowsOf(text, separator)) {
    cells += Math.min(row.length, mostColumns);
    if (rows.length >= mostRows || cells > mostCells) {
      isCut = true;
      break;
    }
    isCut ||= row.length > mostColumns || row.some(cell => cell.length > longestCell);
    const tag = rows.length === 0 ? 'th' : 'td';
    const shown = row.slice(0, mostColumns).map(cell => escaped(cell.slice(0, longestCell)));
    rows.push(`<tr>${shown.map(cell => `<${tag}>${cell}</${tag}>`).join('')}</tr>`);
  }
  return { html: `<table>${rows.join('\n')}</table>`, isCut };
}

/** What stands most often in the first line, outside of quotes. */
function separatorOf(text: string): string | undefined {
  const line =
    text
      .slice(0, 4_096)
      .replace(/"[^"]*"/g, '')
      .split('\n', 1)[0] ?? '';
  const counts = separators.map(each => [each, line.split(each).length - 1] as const);
  const [best] = counts.sort(([, one], [, other]) => other - one);
  return best === undefined || best[1] === 0 ? undefined : best[0];
}

/** RFC 4180, with any separator: what stands in quotes may hold it, and line ends. */
function* rowsOf(text: string, separator: string): Generator<string[]> {
  let row: string[] = [];
  for (let at = 0; at < text.length; ) {
    const { cell, end } = cellAt(text, at, separator);
    row.push(cell);
    if (text[end] !== separator) {
      yield row;
      row = [];
    }
    at = end + 1;
  }
  if (row.length > 0) yield row;
}

/** @returns also where the separator or line end behind it stands, or the end of the text */
function cellAt(text: string, at: number, separator: string): { cell: string; end: number } {
  const close = text[at] === '"' ? closingQuote(text, at) : undefined;
  if (close !== undefined && isEnd(text[close + 1], separator)) {
    return { cell: text.slice(at + 1, close).replaceAll('""', '"'), end: close + 1 };
  }
  // A quote that is never closed, or closed in the middle of a cell, is a letter like any other.
  let end = at;
  while (!isEnd(text[end], separator)) end += 1;
  return { cell: text.slice(at, end), end };
}

function isEnd(letter: string | undefined, separator: string): boolean {
  return letter === undefined || letter === '\n' || letter === separator;
}

function closingQuote(text: string, open: number): number | undefined {
  for (let at = open + 1; ; at += 2) {
    at = text.indexOf('"', at);
    if (at < 0) return undefined;
    if (text[at + 1] !== '"') return at;
  }
}
