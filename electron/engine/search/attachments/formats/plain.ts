import { decodeText } from '../../../mail/decode/charset.ts';
import type { Words } from './words.ts';

/** Bytes by which a set is told that nobody named. */
const looked = 4096;

/** A text in whatever character set it is written, as the body of a message is read. */
export function readPlain(bytes: Buffer, charset: string | undefined, words: Words): void {
  words.add(plainText(bytes, charset));
}

/** A set that shows in the bytes counts first, then the one that is named, then what a body would be taken for. */
export function plainText(bytes: Buffer, charset: string | undefined): string {
  const text = decodeText(bytes, shownIn(bytes), charset);
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '');
}

/** Files carry no name of their set; two kinds cannot be taken for anything else. */
function shownIn(bytes: Buffer): string | undefined {
  const start = bytes.subarray(0, looked);
  const [first, second] = start;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 'utf-16';
  // UTF-16 without its mark: of Latin letters, blanks and line ends every second byte is zero, and no other text has any.
  const zeros = [0, 1].map(
    parity => start.filter((byte, at) => byte === 0 && at % 2 === parity).length,
  );
  if (Math.max(...zeros) * 10 > start.length && Math.min(...zeros) * 8 < Math.max(...zeros))
    return 'utf-16';
  // ISO-2022-JP shifts in seven bits by escapes that no other text has (RFC 1468).
  return /\x1b\$[@B]/.test(start.toString('latin1')) ? 'iso-2022-jp' : undefined;
}
