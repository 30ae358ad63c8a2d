/** One character as percent-encoded UTF-8, hex digits in upper case. */
export function escapeCharacter(character: string): string {
  const bytes = /\p{Cs}/u.test(character)
    ? surrogateBytes(character.charCodeAt(0))
    : Buffer.from(character);
  return bytes.toString('hex').toUpperCase().replace(/../g, '%$&');
}

/** The reverse of {@link escapeCharacter} for every escape in a text; a `%` without two hex digits stays. */
export function unescapeCharacters(text: string): string {
  return text.replace(/(?:%[0-9A-F]{2})+/gi, run =>
    decodeBytes(Buffer.from(run.replaceAll('%', ''), 'hex')),
  );
}

/** A lone surrogate the way UTF-8 would write its number (RFC 3629 section 3 forbids it in UTF-8 itself). */
function surrogateBytes(unit: number): Buffer {
  return Buffer.from([0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)]);
}

function decodeBytes(bytes: Buffer): string {
  const pieces = bytes
    .toString('latin1')
    .match(/\xed[\xa0-\xbf][\x80-\xbf]|(?:(?!\xed[\xa0-\xbf][\x80-\xbf]).)+/gs);
  return (pieces ?? []).map(piece => decodePiece(Buffer.from(piece, 'latin1'))).join('');
}

function decodePiece(piece: Buffer): string {
  const [first, second, third] = piece;
  if (first !== 0xed || second === undefined || second < 0xa0 || third === undefined) {
    return piece.toString('utf8');
  }
  return String.fromCharCode(0xd000 | ((second & 0x3f) << 6) | (third & 0x3f));
}
