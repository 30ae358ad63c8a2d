/**
 * Rows of a table as text (RFC 4180), and cells that no spreadsheet takes for a formula: one that begins like a formula,
 * perhaps behind blanks, gets an apostrophe before it, and so does one that would read as such a cell. That makes it
 * reversible.
 */

const formulaLike = /^[\s']*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u;

export function guarded(cell: string): string {
  return formulaLike.test(cell) ? `'${cell}` : cell;
}

/** The reverse of {@link guarded}. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && formulaLike.test(cell.slice(1)) ? cell.slice(1) : cell;
}

/** One row without its line end. */
export function formatRow(cells: readonly string[]): string {
  // A row of one empty cell would look like none.
  return cells.length === 1 && cells[0] === '' ? '""' : cells.map(quoted).join(',');
}

/** Readers that trim blanks leave those in quotes. */
function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** @param row without its line end @returns undefined where it is none */
export function parseRow(row: string): string[] | undefined {
  const cells: string[] = [];
  for (let start = 0; ; ) {
    const isQuoted = row[start] === '"';
    const end = isQuoted ? closingQuote(row, start + 1) : nextComma(row, start);
    if (end < 0) return undefined;
    const cell = row.slice(isQuoted ? start + 1 : start, end);
    if (!isQuoted && cell.includes('"')) return undefined;
    cells.push(isQuoted ? cell.replaceAll('""', '"') : cell);
    const behind = isQuoted ? end + 1 : end;
    if (behind === row.length) return cells;
    if (row[behind] !== ',') return undefined;
    start = behind + 1;
  }
}

function nextComma(row: string, start: number): number {
  const comma = row.indexOf(',', start);
  return comma < 0 ? row.length : comma;
}

/** @returns below 0 where there is none */
function closingQuote(row: string, start: number): number {
  for (let quote = row.indexOf('"', start); quote >= 0; quote = row.indexOf('"', quote + 2)) {
    if (row[quote + 1] !== '"') return quote;
  }
  return -1;
}
