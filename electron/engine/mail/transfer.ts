import { Base64Decoder } from './base64.ts';
import { QuotedPrintableDecoder } from './quoted-printable.ts';
import { UuDecoder } from './uuencode.ts';

/** Takes a transfer encoding off piece by piece (RFC 2045 section 6); what it costs is the length of the input. */
export interface TransferDecoder {
  /** Something stood there that the encoding does not know, or its end is missing. */
  readonly isDamaged: boolean;
  /** @returns what can be decoded yet; valid until the octets given change */
  decode(octets: Buffer): Buffer;
  /** @returns what was held back */
  end(): Buffer;
}

/**
 * @param encoding as a header names it, in any spelling
 * @returns undefined where the octets stand for themselves
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
