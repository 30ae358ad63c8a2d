const tag = /<(\/?)([a-z][^\s/>]{0,40})/gi;

/** Comparisons of an end with what is open: a tenth of a second. */
const mostWork = 30_000_000;
/** Beginnings and ends of elements: more than a window is given. */
const mostTags = 55_000;

/**
 * A page as it is parsed in time that grows with its length, and in less than a second: parsers look for each end
 * among all that is open, which takes its square where nothing is ever closed. Of what is too much the words stay.
 */
export function boundedHtml(html: string): { html: string; isCut: boolean } {
  const open = new Map<string, number>();
  let total = 0;
  let work = 0;
  let tags = 0;
  for (const { 1: end, 2: given = '', index } of html.matchAll(tag)) {
    tags += 1;
    if (end === '/') work += total;
    if (work > mostWork || tags > mostTags) {
      return {
        html: html.slice(0, index) + html.slice(index).replace(/<[^<>]*>?/g, ' '),
        isCut: true,
      };
    }
    const name = given.toLowerCase();
    const count = open.get(name) ?? 0;
    if (end === '/' && count === 0) continue;
    open.set(name, end === '/' ? count - 1 : count + 1);
    total += end === '/' ? -1 : 1;
  }
  return { html, isCut: false };
}
