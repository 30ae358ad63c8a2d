import sax from 'sax';

/** Elements that end a line of text, as a reader of the page sees it. */
const lines =
  /^(address|article|aside|blockquote|br|caption|center|dd|details|div|dl|dt|fieldset|figcaption|footer|form|h[1-6]|header|hr|li|main|nav|ol|option|p|pre|section|summary|table|tbody|tfoot|thead|tr|ul)$/;
const cells = /^(td|th)$/;
/** Their content is no text that anybody reads. */
const silent =
  /^(script|style|title|textarea|template|iframe|noembed|noframes|svg|math|xmp|plaintext)$/;

/** Those of HTML 4. */
const entities = sax.parser(false).ENTITIES;
const tagName = /\/?([a-z][^\s/>]{0,40})/iy;
const entity = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,31}));?/gi;

/**
 * The words of a page without making the page: for finding, where a parser would take a hundred times as long. Goes
 * through it once, whatever a stranger wrote.
 */
export function quickWords(html: string): string {
  let text = '';
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) break;
    text += html.slice(at, open);
    tagName.lastIndex = open + 1;
    const name = tagName.exec(html)?.[1]?.toLowerCase();
    if (name !== undefined) {
      const isEnd = html[open + 1] === '/';
      at = tagEnd(html, tagName.lastIndex);
      if (lines.test(name)) text += '\n';
      else if (cells.test(name)) text += ' ';
      if (!isEnd && silent.test(name)) at = behind(html, at, name);
    } else if (html.startsWith('!--', open + 1)) {
      at = after(html, '-->', open + 4);
    } else if (html[open + 1] === '!' || html[open + 1] === '?') {
      at = after(html, '>', open + 2);
    } else {
      text += '<';
      at = open + 1;
    }
  }
  return tidy(unescaped(text + html.slice(at)));
}

/** Behind the tag; what stands in quotation marks does not end it. */
function tagEnd(html: string, start: number): number {
  for (let at = start; at < html.length; at += 1) {
    const character = html[at];
    if (character === '>') return at + 1;
    // A value is quoted only where it begins.
    if ((character === '"' || character === "'") && /[=\s]/.test(html[at - 1] ?? '')) {
      const close = html.indexOf(character, at + 1);
      if (close < 0) return html.length;
      at = close;
    }
  }
  return html.length;
}

function behind(html: string, start: number, name: string): number {
  const end = new RegExp(`</${name}[\\s>/]`, 'gi');
  end.lastIndex = start;
  return end.exec(html) === null ? html.length : tagEnd(html, end.lastIndex - 1);
}

function after(html: string, end: string, start: number): number {
  const found = html.indexOf(end, start);
  return found < 0 ? html.length : found + end.length;
}

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(entity, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name === undefined) return character(Number.parseInt(decimal ?? hex ?? '', hex ? 16 : 10));
    const known = entities[name] ?? entities[name.toLowerCase()];
    return known === undefined ? whole : known;
  });
}

function character(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}

function tidy(text: string): string {
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}
