import { MailstowError } from '../errors.ts';
import { type MessageFile, openMessage } from './message-file.ts';
import { decodedPieces, type PartPlace } from './part-bytes.ts';

interface OpenPart {
  readonly file: MessageFile;
  readonly pieces: Generator<Buffer, boolean>;
}

/** Parts that are being decoded at the same time: a page asks for its pictures, a person for a file. */
const mostOpen = 100;

/** Parts that are decoded piece by piece, as anyone who reads them asks. */
export class OpenParts {
  readonly #open = new Map<number, OpenPart>();
  #last = 0;

  /** @throws MailstowError `message-not-stored` where the file cannot be read */
  open(path: string, place: PartPlace): number {
    // Anyone who asks for so many has forgotten the first.
    for (const oldest of this.#open.keys()) {
      if (this.#open.size < mostOpen) break;
      this.close(oldest);
    }
    const file = openMessage(path);
    this.#last += 1;
    this.#open.set(this.#last, { file, pieces: decodedPieces(file, place) });
    return this.#last;
  }

  /** @returns undefined at the end */
  next(number: number): Uint8Array | undefined {
    const part = this.#open.get(number);
    if (part === undefined) throw forgotten();
    for (;;) {
      const { value, done } = part.pieces.next();
      if (done === true) {
        this.close(number);
        return undefined;
      }
      // A copy: the decoder goes on in the memory it came from.
      if (value.length > 0) return Uint8Array.from(value);
    }
  }

  close(number: number): undefined {
    this.#open.get(number)?.file.close();
    this.#open.delete(number);
  }
}

function forgotten(): MailstowError {
  return new MailstowError('part-no-longer-read');
}
