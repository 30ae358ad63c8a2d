import { marker } from '../../../../shared/search/marks.ts';
import type { Query } from '../../../../shared/search/query.ts';
import { markPage } from './mark-page.ts';
import type { Sanitised } from './sanitise.ts';

/** Mail is written for a light page; what is not let through shows where it would be. */
const baseCss = `
:root { color-scheme: light; }
body { margin: 16px; background: #fff; color: #1d1d1f; font: 15px/1.5 system-ui, sans-serif;
  overflow-wrap: break-word; }
img { max-width: 100%; }
img.mailstow-blocked { outline: 1px dashed #8a8a8e; outline-offset: -1px; }
mark.mailstow-mark { background: #ffe58a !important; color: #132020 !important; border-radius: 2px;
  scroll-margin: 5em !important; }
mark.mailstow-mark:target { background: #f0a530 !important; outline: 2px solid #845000 !important; }
pre.mailstow-text { white-space: pre-wrap; font: inherit; margin: 0 0 16px; }
`;

/**
 * A page that stands by itself, from pieces that are harmless already.
 * @param query whose words are marked @returns also how many marks there are
 */
export function pageOf(
  pieces: readonly Pick<Sanitised, 'html' | 'css'>[],
  query: Query,
): { html: string; marks: number } {
  const css = pieces.map(piece => piece.css).join('\n');
  const plain = pieces.map(piece => piece.html).join('\n<hr>\n');
  const find = marker(query, 'body');
  const { html: body, marks } = find ? markPage(plain, find) : { html: plain, marks: 0 };
  const html = [
    '<!doctype html><html><head><meta charset="utf-8"><title></title>',
    `<style>${baseCss}</style><style>${css}</style>`,
    `${bodyBegins}${body}${bodyEnds}`,
  ].join('\n');
  return { html, marks };
}

/** Where the body of such a page begins; nothing that is harmless can look like it. */
export const bodyBegins = '</head><body>';
export const bodyEnds = '</body></html>';

/** Plain words among pieces of HTML. */
export function textPiece(text: string): string {
  return `<pre class="mailstow-text">${escapeText(text)}</pre>`;
}

/** Text as the content of an element. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
