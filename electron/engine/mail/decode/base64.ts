import type { TransferDecoder } from './transfer-decoder.ts';

/**
 * RFC 2045 section 6.8. Padding ends one piece, and some programs write several behind each other; letters of no
 * base64 are left out.
 */
export class Base64Decoder implements TransferDecoder {
  isDamaged = false;
  /** Letters of a group that is not whole yet, three at most. */
  #rest = '';

  decode(bytes: Buffer): Buffer {
    let letters = bytes.toString('latin1').replace(/[\r\n\t ]+/g, '');
    if (/[^A-Za-z0-9+/=]/.test(letters)) {
      this.isDamaged = true;
      letters = letters.replace(/[^A-Za-z0-9+/=]+/g, '');
    }
    const text = this.#rest + letters;
    const pieces: Buffer[] = [];
    let from = 0;
    for (let pad = text.indexOf('='); pad >= 0; pad = text.indexOf('=', from)) {
      if (pad > from) pieces.push(this.#unit(text.slice(from, pad)));
      from = pad + 1;
    }
    const whole = text.length - ((text.length - from) % 4);
    if (whole > from) pieces.push(Buffer.from(text.slice(from, whole), 'base64'));
    this.#rest = text.slice(whole);
    const [only] = pieces;
    return pieces.length === 1 && only !== undefined ? only : Buffer.concat(pieces);
  }

  end(): Buffer {
    const last = this.#unit(this.#rest);
    this.#rest = '';
    return last;
  }

  #unit(letters: string): Buffer {
    if (letters.length % 4 === 1) this.isDamaged = true;
    return Buffer.from(letters, 'base64');
  }
}
