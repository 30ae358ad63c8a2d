const tag = /<(\/?)([a-z][^\s/>]{0,40})/gi;

/** Comparisons of an end with what is open: a tenth of a second. */
const mostWork = 30_000_000;

/**
 * As much of a page as is parsed in time that grows with its length: parsers look for each end among all that is
 * open, which takes its square where nothing is ever closed.
 */
export function boundedHtml(html: string): { html: string; isCut: boolean } {
  const open = new Map<string, number>();
  let total = 0;
  let work = 0;
  for (const { 1: end, 2: given = '', index } of html.matchAll(tag)) {
    const name = given.toLowerCase();
    const count = open.get(name) ?? 0;
    if (end === '') {
      open.set(name, count + 1);
      total += 1;
      continue;
    }
    work += total;
    if (work > mostWork) return { html: html.slice(0, index), isCut: true };
    if (count === 0) continue;
    open.set(name, count - 1);
    total -= 1;
  }
  return { html, isCut: false };
}
