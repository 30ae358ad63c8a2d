import { MailstowError } from '../../errors.ts';
import { BodyReader, type BodyTarget } from './body-reader.ts';
import { pop3Limits } from './limits.ts';

const lf = 0x0a;

/** What comes behind a status line. */
export type FollowUp =
  | { readonly kind: 'nothing' }
  /** Lines without their ends and stuffing, one character an octet; a line that is one dot ends them. */
  | { readonly kind: 'lines'; line(text: string): void; over(): void }
  | { readonly kind: 'message'; readonly target: BodyTarget; over(): void };

/**
 * Cuts the stream into answers (RFC 1939 section 3). What an answer means, and whether lines follow its first, is for
 * others to say.
 */
export class ReplyReader {
  readonly #onStatus: (line: string) => FollowUp;
  /** Of a line that is not whole. */
  #parts: Buffer[] = [];
  #length = 0;
  #follows: FollowUp = { kind: 'nothing' };
  #body: BodyReader | undefined;
  #lines = 0;

  /** @param onStatus told each first line, without its end, one character an octet */
  constructor(onStatus: (line: string) => FollowUp) {
    this.#onStatus = onStatus;
  }

  /** Something has begun and is not whole. */
  get isInside(): boolean {
    return this.#follows.kind !== 'nothing' || this.#length > 0;
  }

  /** A listing or a message has begun and its last line has not come. */
  get isBehindStatus(): boolean {
    return this.#follows.kind !== 'nothing';
  }

  /**
   * @param chunk valid during the call only
   * @throws MailstowError of kind `unparsable-response` for lines beyond all bounds, and what the listener throws
   */
  push(chunk: Buffer): void {
    let at = 0;
    while (at < chunk.length) {
      at =
        this.#body === undefined
          ? this.#takeLine(chunk, at)
          : this.#takeBody(this.#body, chunk, at);
    }
  }

  #takeBody(body: BodyReader, chunk: Buffer, at: number): number {
    const end = body.push(chunk, at);
    if (body.isOver) {
      this.#body = undefined;
      this.#over();
    }
    return end;
  }

  #takeLine(chunk: Buffer, at: number): number {
    const end = chunk.indexOf(lf, at);
    const part = chunk.subarray(at, end < 0 ? chunk.length : end);
    this.#length += part.length;
    const { statusLine, listLine } = pop3Limits;
    const limit = this.#follows.kind === 'nothing' ? statusLine : listLine;
    if (this.#length > limit) throw new MailstowError('line-too-long', { args: { limit } });
    if (end < 0) {
      this.#parts.push(Buffer.from(part));
      return chunk.length;
    }
    const line = this.#parts.length === 0 ? part : Buffer.concat([...this.#parts, part]);
    this.#parts = [];
    this.#length = 0;
    this.#onLine(line.toString('latin1').replace(/\r$/, ''));
    return end + 1;
  }

  #onLine(line: string): void {
    const follows = this.#follows;
    if (follows.kind === 'lines') {
      if (line === '.') this.#over();
      else {
        this.#lines += 1;
        if (this.#lines > pop3Limits.listLines) {
          throw new MailstowError('endless-answer', { args: { command: 'LIST' } });
        }
        follows.line(line.startsWith('..') ? line.slice(1) : line);
      }
      return;
    }
    this.#follows = this.#onStatus(line);
    this.#lines = 0;
    if (this.#follows.kind === 'message') this.#body = new BodyReader(this.#follows.target);
  }

  #over(): void {
    const follows = this.#follows;
    this.#follows = { kind: 'nothing' };
    if (follows.kind !== 'nothing') follows.over();
  }
}
