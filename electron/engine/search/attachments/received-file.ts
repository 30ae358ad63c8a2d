import { type AttachmentKind, mostBytes } from './kinds.ts';

export interface AnnouncedFile {
  readonly name: string;
  readonly type: string;
  readonly kind: AttachmentKind;
  readonly charset?: string | undefined;
  readonly isDrawn?: boolean;
}

/** A file while it arrives, as far as it is wanted. */
export class ReceivedFile {
  readonly announced: AnnouncedFile;
  #pieces: Uint8Array[] = [];
  #length = 0;
  #isAtEnd = false;

  constructor(announced: AnnouncedFile) {
    this.announced = announced;
  }

  /** @param piece undefined at its end */
  take(piece: Uint8Array | undefined): void {
    if (piece === undefined) {
      this.#isAtEnd = true;
      return;
    }
    this.#pieces.push(piece);
    this.#length += piece.length;
  }

  get isDone(): boolean {
    return this.#isAtEnd || this.isTooLong;
  }

  /** More of it came than is read. */
  get isTooLong(): boolean {
    return this.#length > mostBytes(this.announced.kind).bytes;
  }

  /** What is read of it; once. */
  bytes(): Buffer {
    const { bytes } = mostBytes(this.announced.kind);
    const whole = Buffer.concat(this.#pieces, Math.min(this.#length, bytes));
    this.#pieces = [];
    return whole;
  }
}
