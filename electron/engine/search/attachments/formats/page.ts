import { decodeText, isNamed } from '../../../mail/decode/charset.ts';
import { namedWithin } from '../../../mail/decode-part.ts';
import { sanitise } from '../../../mail/html/sanitise.ts';
import { plainText } from './plain.ts';
import type { Words } from './words.ts';

/** The words of a page as a message's page is read. */
export function readPage(bytes: Buffer, charset: string | undefined, words: Words): void {
  const within = isNamed(charset) ? undefined : namedWithin(bytes);
  const html = within === undefined ? plainText(bytes, charset) : decodeText(bytes, within);
  const { words: read, isCut } = sanitise(html, pageOptions);
  if (isCut) words.cut();
  words.add(read);
}

const pageOptions = {
  remote: false,
  imageAddress: () => undefined,
  elements: Number.POSITIVE_INFINITY,
};
