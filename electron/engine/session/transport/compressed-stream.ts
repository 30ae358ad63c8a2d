import { constants, createInflateRaw, deflateRawSync } from 'node:zlib';

const finishFlush = constants.Z_SYNC_FLUSH;
/** Bytes handed on at a time, as many as the transport reads at once. */
const chunkSize = 64 * 1024;

export interface CompressedStreamOptions {
  data(chunk: Buffer): void;
  /** What was full has room again. */
  drained(): void;
  /** What came cannot be decompressed. */
  failed(error: Error): void;
}

/**
 * Both directions of a connection in raw DEFLATE (RFC 4978, RFC 1951). What comes is decompressed off the main thread,
 * piece by piece, however large it becomes.
 */
export class CompressedStream {
  readonly #inflate = createInflateRaw({
    ...{ chunkSize, finishFlush },
    ...{ readableHighWaterMark: chunkSize, writableHighWaterMark: 4 * chunkSize },
  });
  #hasEnded = false;

  constructor({ data, drained, failed }: CompressedStreamOptions) {
    this.#inflate.on('data', data).on('drain', drained).on('error', failed);
    this.#inflate.on('end', () => {
      if (!this.#hasEnded) failed(new Error('the compressed data ended before the connection'));
    });
  }

  get isFull(): boolean {
    return this.#inflate.writableNeedDrain;
  }

  /** @param chunk copied: the next one may come in the same memory */
  decompress(chunk: Buffer): void {
    if (!this.#hasEnded) this.#inflate.write(Buffer.from(chunk));
  }

  /**
   * Commands are small and few: each becomes blocks of its own, which refer to nothing before them, so that nothing is kept.
   */
  compress(bytes: Buffer): Buffer {
    return deflateRawSync(bytes, { finishFlush });
  }

  pause(): void {
    this.#inflate.pause();
  }

  resume(): void {
    this.#inflate.resume();
  }

  /** The connection has ended. @param done called once, when all that came was handed on */
  end(done: () => void): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#inflate.once('end', done);
    this.#inflate.end();
  }

  destroy(): void {
    this.#hasEnded = true;
    this.#inflate.destroy();
  }
}
