import type { Sanitised } from './sanitise.ts';

/** Mail is written for a light page; what is not let through shows where it would be. */
const baseCss = `
:root { color-scheme: light; }
body { margin: 16px; background: #fff; color: #1d1d1f; font: 15px/1.5 system-ui, sans-serif;
  overflow-wrap: break-word; }
img { max-width: 100%; }
img.mailstow-blocked { outline: 1px dashed #8a8a8e; outline-offset: -1px; }
pre.mailstow-text { white-space: pre-wrap; font: inherit; margin: 0 0 16px; }
`;

/** A page that stands by itself, from pieces that are harmless already. */
export function pageOf(pieces: readonly Pick<Sanitised, 'html' | 'css'>[]): string {
  const css = pieces.map(piece => piece.css).join('\n');
  const body = pieces.map(piece => piece.html).join('\n<hr>\n');
  return [
    '<!doctype html><html><head><meta charset="utf-8"><title></title>',
    `<style>${baseCss}</style><style>${css}</style>`,
    `</head><body>${body}</body></html>`,
  ].join('\n');
}

/** Plain words among pieces of HTML. */
export function textPiece(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<pre class="mailstow-text">${escaped}</pre>`;
}
