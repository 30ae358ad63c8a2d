import type { Mark } from '../../../../shared/search/marks.ts';
import { hiding } from './hiding.ts';

/** Marks on a page: more than anybody goes through one by one. */
export const mostMarks = 1_000;

/** Begins the id of each mark, and of nothing that came by mail; the first mark has number 1. */
export const markId = 'mailstow-mark-';

type Find = (text: string, most: number) => readonly Mark[];

/** Elements that a word may go through. */
const inline =
  /^(?:a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr)$/;
const empty = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/;
const token = /<(?<end>\/?)(?<name>[a-z][^\s/>]*)(?<rest>[^>]*)>|[^<]+/gi;

interface Piece {
  readonly at: number;
  readonly text: string;
}

/**
 * Marks found words in harmless HTML, where tags alone have `<` and `>`; what its sender hides stays as it is.
 * @returns the page, and how many marks are on it, at most {@link mostMarks}
 */
export function markPage(html: string, find: Find): { html: string; marks: number } {
  const out: string[] = [];
  let run: Piece[] = [];
  let marks = 0;
  let depth = 0;
  let hiddenFrom: number | undefined;
  const flush = () => {
    const found =
      run.length === 0 ? [] : find(run.map(({ text }) => text).join(''), mostMarks - marks);
    if (found.length > 0) writeMarks(out, run, found, marks);
    marks += found.length;
    run = [];
  };
  for (const { 0: written, groups = {} } of html.matchAll(token)) {
    const name = groups.name?.toLowerCase();
    if (name === undefined) {
      if (hiddenFrom === undefined) run.push({ at: out.length, text: unescaped(written) });
    } else {
      if (!inline.test(name)) flush();
      if (groups.end === '/') {
        if (hiddenFrom === depth) hiddenFrom = undefined;
        depth -= 1;
      } else if (!empty.test(name)) {
        depth += 1;
        if (hiding.test(styleOf(groups.rest))) hiddenFrom ??= depth;
      }
    }
    out.push(written);
  }
  flush();
  return { html: out.join(''), marks };
}

/** A match that goes through several pieces is marked in each of them; its first part has the id. */
function writeMarks(
  out: string[],
  run: readonly Piece[],
  found: readonly Mark[],
  before: number,
): void {
  let offset = 0;
  let next = 0;
  for (const { at, text } of run) {
    const end = offset + text.length;
    let written = '';
    let done = offset;
    for (let index = next; index < found.length; index += 1) {
      const [start, stop] = found[index] as Mark;
      if (start >= end) break;
      const from = Math.max(start, offset);
      const to = Math.min(stop, end);
      written += escaped(text.slice(done - offset, from - offset));
      written += opening(start >= offset ? before + index + 1 : undefined);
      written += `${escaped(text.slice(from - offset, to - offset))}</mark>`;
      done = to;
      if (stop <= end) next = index + 1;
    }
    if (done > offset) out[at] = written + escaped(text.slice(done - offset));
    offset = end;
  }
}

function opening(number: number | undefined): string {
  const id = number === undefined ? '' : ` id="${markId}${number}"`;
  return `<mark class="mailstow-mark"${id}>`;
}

function styleOf(attributes = ''): string {
  return /\sstyle="([^"]*)"/i.exec(attributes)?.[1] ?? '';
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
