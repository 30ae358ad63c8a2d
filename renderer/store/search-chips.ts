import { parse } from '../../shared/search/parse.ts';
import { printTerm } from '../../shared/search/print.ts';
import type { Term } from '../../shared/search/query.ts';

/** What stands in the search field: what narrows as chips, the rest as text. */
export interface FieldContent {
  readonly chips: readonly Term[];
  readonly typed: string;
}

/**
 * Takes what narrows out of what was typed.
 * @param finished also what ends the text; else only what a space shows to be finished
 */
export function takeChips(text: string, finished: boolean): FieldContent {
  const { query, spans } = parse(text);
  const whole = finished ? text.trim() : text;
  // What `or` joins cannot be taken apart.
  if (/(^|\s)or(\s|$)/i.test(text)) return { chips: [], typed: whole };
  const chips: Term[] = [];
  let typed = '';
  let done = 0;
  for (const [index, [term]] of query.entries()) {
    const [start, end] = spans[index] as readonly [number, number];
    const isFinished = finished || /\s/.test(text[end] ?? '');
    if (term === undefined || !isNarrowing(term) || !isFinished) continue;
    chips.push(term);
    typed += text.slice(done, start);
    done = end;
  }
  typed += text.slice(done);
  if (chips.length === 0) return { chips, typed: whole };
  const left = typed.replace(/\s+/g, ' ').trimStart();
  return { chips, typed: finished ? left.trimEnd() : left };
}

/** The text that both together are. */
export function textOf({ chips, typed }: FieldContent): string {
  return [...chips.map(printTerm), typed].join(' ').trim();
}

function isNarrowing(term: Term): boolean {
  return term.kind !== 'words' || term.field !== 'anywhere';
}
