import { Base64Decoder } from './base64.ts';
import { QuotedPrintableDecoder } from './quoted-printable.ts';
import type { TransferDecoder } from './transfer-decoder.ts';
import { UuDecoder } from './uuencode.ts';

/**
 * @param encoding as a header names it, in any spelling
 * @returns undefined where the bytes stand for themselves
 */
export function decoderOf(encoding: string): TransferDecoder | undefined {
  switch (encoding.toLowerCase().replace(/[^a-z0-9]/g, '')) {
    case 'base64':
      return new Base64Decoder();
    case 'quotedprintable':
      return new QuotedPrintableDecoder();
    case 'xuuencode':
    case 'uuencode':
    case 'xuue':
    case 'uue':
      return new UuDecoder();
    default:
      return undefined;
  }
}
