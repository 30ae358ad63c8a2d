import { componentsIn, valuesOf } from './content-lines.ts';
import { plainText } from './plain.ts';
import { decodedLines } from './quoted-lines.ts';
import type { Words } from './words.ts';

/** What a person reads of a card (RFC 6350 section 6). */
const read = new Set([
  ...['fn', 'n', 'nickname', 'org', 'title', 'role', 'email', 'tel', 'adr', 'label', 'note'],
  ...['url', 'categories', 'impp'],
]);

/** The words of contacts, of however many. */
export function readContacts(bytes: Buffer, charset: string | undefined, words: Words): void {
  const text = decodedLines(plainText(bytes, charset));
  for (const [, properties] of componentsIn(text, 'VCARD', words)) {
    for (const property of properties) {
      if (words.isFull) return;
      if (read.has(property[0]))
        words.line(
          valuesOf(property)
            .filter(value => value !== '')
            .join(' '),
        );
    }
    words.add('\n');
  }
}
