import type { Preview, PreviewKind } from '../../../../shared/model/preview.ts';
import { decodeText, isNamed } from '../../mail/decode/charset.ts';
import { namedWithin } from '../../mail/decode-part.ts';
import { quietMarks } from '../../mail/html/marks.ts';
import { pageOf } from '../../mail/html/page.ts';
import { sanitise } from '../../mail/html/sanitise.ts';
import { plainText } from '../../search/attachments/formats/plain.ts';
import { escaped, shownPage } from './shown-page.ts';
import { tableOf } from './table.ts';

/** Characters of a text that are shown. */
const longest = 500_000;
const mostElements = 25_000;

export interface TextPage {
  readonly shows: Exclude<Preview['shows'], 'nothing'>;
  readonly html: string;
  readonly isCut: boolean;
}

/** A page that shows a text as what it is. @param bytes its beginning */
export function textPage(kind: PreviewKind, bytes: Buffer, charset: string | undefined): TextPage {
  if (kind === 'html') return webPage(bytes, charset);
  const text = quietMarks(plainText(bytes, charset));
  const table = kind === 'table' ? tableOf(text.slice(0, longest)) : undefined;
  const isLong = text.length > longest;
  if (table !== undefined) {
    return { shows: 'table', html: shownPage(table.html), isCut: table.isCut || isLong };
  }
  const html = shownPage(`<pre>${escaped(text.slice(0, longest))}</pre>`);
  return { shows: 'text', html, isCut: isLong };
}

/** The words of a document whose pages cannot be shown. */
export function wordsPage(text: string): string {
  return shownPage(`<pre class="words">${escaped(quietMarks(text.slice(0, longest)))}</pre>`);
}

/** As the page of a message, but that nothing of it is ever loaded from elsewhere. */
function webPage(bytes: Buffer, charset: string | undefined): TextPage {
  const within = isNamed(charset) ? undefined : namedWithin(bytes);
  const source = within === undefined ? plainText(bytes, charset) : decodeText(bytes, within);
  const options = { remote: false, imageAddress: () => undefined, elements: mostElements };
  const piece = sanitise(source, options);
  return { shows: 'html', html: pageOf([piece], []).html, isCut: piece.isCut };
}
