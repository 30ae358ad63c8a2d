import { copyBytes } from '../copy-bytes.ts';
import { MailstowError } from '../errors.ts';
import { announcedLiteral } from './announcement.ts';
import { DiscardedLiteral } from './discarded-literal.ts';
import type { Frame, Literal, LiteralSink, LiteralStore } from './frame.ts';
import { limits } from './limits.ts';
import { LineBuffer } from './line-buffer.ts';

const LF = 0x0a;
const CR = 0x0d;
const nothing = Buffer.alloc(0);

/** The literal that is being filled: from the stream into memory, or into its sink. */
interface OpenLiteral {
  readonly target: Buffer | LiteralSink;
  readonly size: number;
  filled: number;
}

/**
 * Cuts the octets of a connection into responses. It knows lines and literals only (RFC 9051 sections
 * 2.2.2 and 4.3), so that what a response means can never disturb where it ends.
 *
 * A response that lies whole within one chunk is handed on as slices of it. Its texts are valid only
 * while it is handed on, because the caller may use the chunk's memory again; so are its literals
 * while there is a store, whose owner takes them at once. A literal that spans chunks is copied once,
 * into memory from the store, or goes slice by slice into the store's sink.
 */
export class Framer {
  readonly #onFrame: (frame: Frame) => void;
  #store: LiteralStore | undefined;
  #chunk: Buffer = nothing;
  #position = 0;
  #segments: Buffer[] = [];
  #literals: Literal[] = [];
  /** Nothing of the response that has begun lies in the present chunk. */
  #isKept = false;
  #open: OpenLiteral | undefined;
  #textOctets = 0;
  #memoryOctets = 0;
  /** A line of which the end has not arrived. */
  readonly #line = new LineBuffer();

  /** @param onFrame called for each response, in order, from within `push` */
  constructor(onFrame: (frame: Frame) => void, store?: LiteralStore) {
    this.#onFrame = onFrame;
    this.#store = store;
  }

  /** Where literals that span chunks go from the next announcement on. */
  setStore(store: LiteralStore | undefined): void {
    this.#store = store;
  }

  /** True while a response has begun and its end has not arrived. */
  get insideResponse(): boolean {
    return this.#segments.length > 0 || this.#line.length > 0;
  }

  /**
   * Takes the next octets from the connection.
   * @throws MailstowError 'unparsable-response' when a limit is broken; the stream is lost then
   */
  push(chunk: Buffer): void {
    this.#chunk = chunk;
    this.#position = 0;
    while (this.#position < this.#chunk.length) {
      if (this.#open) this.#fill(this.#open);
      else if (!this.#readLine()) break;
    }
    if (this.#segments.length > 0 && !this.#isKept) this.#keepBegun();
    this.#chunk = nothing;
    this.#position = 0;
  }

  /** The connection ended: whatever is unfinished will never be whole, and its sinks are told. */
  end(): void {
    for (const literal of this.#literals) if (literal.kind === 'streamed') literal.sink.abort();
    if (this.#open && !Buffer.isBuffer(this.#open.target)) this.#open.target.abort();
    this.#open = undefined;
    this.#line.clear();
    this.#clearResponse();
  }

  /**
   * Forgets what was pushed and not yet framed; called from within `onFrame` that includes the rest
   * of the current chunk. Before a TLS handshake anything in it was injected (RFC 9051 section 6.2.1).
   * @returns the forgotten octets, those of literals left out
   */
  reset(): Buffer {
    const unread = this.#chunk.subarray(this.#position);
    const forgotten = Buffer.concat([...this.#segments, this.#line.view(), unread]);
    this.#position = this.#chunk.length;
    this.end();
    return forgotten;
  }

  /** The response goes on in the next chunk: what there is of it must not lie in this one. */
  #keepBegun(): void {
    this.#segments = this.#segments.map(segment => this.#kept(segment));
    this.#literals = this.#literals.map(literal =>
      literal.kind === 'memory' ? { kind: 'memory', bytes: this.#kept(literal.bytes) } : literal,
    );
    this.#isKept = true;
  }

  #kept(octets: Buffer): Buffer {
    return octets.buffer === this.#chunk.buffer ? Buffer.from(octets) : octets;
  }

  /** Reads up to the next line end; false when it is not within this chunk. */
  #readLine(): boolean {
    const start = this.#position;
    const lineEnd = this.#chunk.indexOf(LF, start);
    const end = lineEnd < 0 ? this.#chunk.length : lineEnd;
    if (this.#textOctets + this.#line.length + end - start > limits.responseText) {
      this.#lose('line-too-long', limits.responseText);
    }
    this.#position = lineEnd < 0 ? end : end + 1;
    if (lineEnd < 0) {
      this.#line.append(this.#chunk.subarray(start, end));
      return false;
    }
    if (this.#line.length === 0) this.#endLine(withoutCr(this.#chunk, start, end));
    else {
      const line = this.#line.take(this.#chunk.subarray(start, end));
      this.#endLine(withoutCr(line, 0, line.length));
    }
    return true;
  }

  #endLine(segment: Buffer): void {
    this.#segments.push(segment);
    this.#isKept = false;
    this.#textOctets += segment.length;
    const size = announcedLiteral(segment, this.#segments.length === 1);
    if (size !== undefined) this.#beginLiteral(size, segment);
    else this.#endResponse();
  }

  #endResponse(): void {
    const frame = { segments: this.#segments, literals: this.#literals };
    this.#clearResponse();
    this.#onFrame(frame);
  }

  #clearResponse(): void {
    this.#segments = [];
    this.#literals = [];
    this.#textOctets = 0;
    this.#memoryOctets = 0;
  }

  #beginLiteral(size: number, prefix: Buffer): void {
    if (size > limits.literal) {
      this.#store?.beyondAnyBound?.(size, prefix);
      this.#lose('literal-too-large');
    }
    if (this.#literals.length >= limits.literals) {
      this.#lose('too-many-literals', limits.literals);
    }
    if (this.#chunk.length - this.#position >= size) {
      const slice = this.#chunk.subarray(this.#position, this.#position + size);
      const bytes = this.#store ? slice : Buffer.from(slice);
      this.#position += size;
      this.#countMemory(size);
      this.#literals.push({ kind: 'memory', bytes });
      return;
    }
    this.#open = { target: this.#openTarget(size, prefix), size, filled: 0 };
  }

  #openTarget(size: number, prefix: Buffer): Buffer | LiteralSink {
    const target = this.#store
      ? this.#store.open(size, prefix)
      : size > limits.memoryLiteral
        ? new DiscardedLiteral()
        : Buffer.allocUnsafe(size);
    if (Buffer.isBuffer(target)) this.#countMemory(size);
    return target;
  }

  #countMemory(size: number): void {
    this.#memoryOctets += size;
    if (this.#memoryOctets > limits.responseMemory) {
      this.#lose('response-too-large', limits.responseMemory);
    }
  }

  #fill(open: OpenLiteral): void {
    const end = Math.min(this.#chunk.length, this.#position + open.size - open.filled);
    const piece = this.#chunk.subarray(this.#position, end);
    const { target } = open;
    if (Buffer.isBuffer(target)) copyBytes(piece, target, open.filled);
    else target.write(piece);
    open.filled += piece.length;
    this.#position = end;
    if (open.filled < open.size) return;
    this.#open = undefined;
    if (Buffer.isBuffer(target)) this.#literals.push({ kind: 'memory', bytes: target });
    else {
      this.#literals.push({ kind: 'streamed', size: open.size, sink: target });
      target.end();
    }
  }

  #lose(code: BrokenLimit, limit = 0): never {
    this.end();
    throw new MailstowError(code, { args: { limit } });
  }
}

type BrokenLimit =
  | 'line-too-long'
  | 'literal-too-large'
  | 'too-many-literals'
  | 'response-too-large';

/** A line without the CR of its end; it may have ended with LF alone (quirks.ts, "lone LF"). */
function withoutCr(octets: Buffer, start: number, end: number): Buffer {
  const hasCr = end > start && octets[end - 1] === CR;
  return octets.subarray(start, hasCr ? end - 1 : end);
}
