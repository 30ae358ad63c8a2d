/** Characters written at once. */
const pieceLength = 64 * 1024;

/** Joins short texts, so that a file of any length is written with few calls and little memory. */
export function* inPieces(texts: Iterable<string>): Iterable<string> {
  let piece = '';
  for (const text of texts) {
    piece += text;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}
