/** Takes a transfer encoding off piece by piece (RFC 2045 section 6); what it costs is the length of the input. */
export interface TransferDecoder {
  /** Something stood there that the encoding does not know, or its end is missing. */
  readonly isDamaged: boolean;
  /** @returns what can be decoded yet; valid until the bytes given change */
  decode(bytes: Buffer): Buffer;
  /** @returns what was held back */
  end(): Buffer;
}
