import sanitizeHtml from 'sanitize-html';
import { boundedHtml } from './bounded-html.ts';

/** Elements that end a line of text. */
const lines = /^(address|article|blockquote|br|div|dl|dt|dd|h[1-6]|hr|li|ol|p|pre|table|tr|ul)$/;
const silent = ['script', 'style', 'title', 'textarea', 'template', 'svg', 'math'];

/** The words of a page, for messages that have no other form. */
export function textOfHtml(html: string): string {
  let text = '';
  sanitizeHtml(boundedHtml(html).html, {
    allowedTags: [],
    nonTextTags: silent,
    textFilter: piece => {
      text += unescaped(piece).replace(/\s+/g, ' ');
      return '';
    },
    onOpenTag: name => {
      if (name === 'td' || name === 'th') text += ' ';
    },
    onCloseTag: name => {
      if (lines.test(name)) text += '\n';
    },
  });
  const trimmed = text.split('\n').map(line => line.replace(/ +/g, ' ').trim());
  return trimmed
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** What the library escapes, and nothing else. */
function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
