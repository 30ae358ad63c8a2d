/** Bytes: what is copied at once holds nobody up. */
const longest = 256 * 1024;

/** Copies of what somebody hands out piece by piece, none of them long; nothing is taken before it is asked for. */
export async function* inSmallPieces(
  pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length; at += longest) {
      yield new Uint8Array(piece.subarray(at, at + longest));
    }
  }
}
