import type { Duplex } from 'node:stream';

/** Commands are short; a client that sends more than this without a line end is at fault. */
const longestLine = 1 << 20;

/** What a client sends, read by lines and by counted bytes. */
export class ByteSource {
  #buffered: Buffer = Buffer.alloc(0);
  #ended = false;
  #socket: Duplex | undefined;
  #wake: (() => void) | undefined;

  readonly #onData = (chunk: Buffer): void => {
    this.#buffered = this.#buffered.length === 0 ? chunk : Buffer.concat([this.#buffered, chunk]);
    this.#wake?.();
  };
  readonly #onEnd = (): void => {
    this.#ended = true;
    this.#wake?.();
  };

  attach(socket: Duplex): void {
    this.#socket = socket;
    socket.on('data', this.#onData);
    socket.once('end', this.#onEnd);
    socket.once('close', this.#onEnd);
  }

  /** Lets go of the socket, for STARTTLS; bytes that came ahead of the handshake are dropped. */
  detach(): void {
    this.#socket?.off('data', this.#onData);
    this.#socket?.off('end', this.#onEnd);
    this.#socket?.off('close', this.#onEnd);
    this.#socket?.pause();
    this.#buffered = Buffer.alloc(0);
  }

  /** The next line without its end, or undefined when the client has gone. */
  async line(): Promise<Buffer | undefined> {
    for (;;) {
      const end = this.#buffered.indexOf(0x0a);
      if (end >= 0) {
        const line = this.#take(end + 1);
        return line.subarray(0, line.at(-2) === 0x0d ? -2 : -1);
      }
      if (this.#ended || this.#buffered.length > longestLine) return undefined;
      await this.#more();
    }
  }

  /** The next `count` bytes, or undefined when the client has gone. */
  async bytes(count: number): Promise<Buffer | undefined> {
    while (this.#buffered.length < count) {
      if (this.#ended) return undefined;
      await this.#more();
    }
    return this.#take(count);
  }

  #take(count: number): Buffer {
    const taken = this.#buffered.subarray(0, count);
    this.#buffered = this.#buffered.subarray(count);
    return taken;
  }

  #more(): Promise<void> {
    return new Promise(resolve => {
      this.#wake = resolve;
    });
  }
}
