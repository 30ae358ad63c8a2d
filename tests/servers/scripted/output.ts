import type { Duplex } from 'node:stream';

/** Thrown into whatever answers a client once that client cannot be answered any more. */
export class ConnectionGone extends Error {}

/** How a connection is ended on purpose: in order (FIN) or rudely (RST). */
export type Ending = 'close' | 'reset';

/** What is queued is handed to the socket in pieces of about this many bytes. */
const pieceSize = 64 * 1024;

/** What a server sends; the socket's back-pressure is respected, so that it may be endless. */
export class Output {
  bytes = 0;
  readonly #count: (bytes: number) => void;
  readonly #end: (how: Ending) => void;
  #cutAfter: { bytes: number; how: Ending } | undefined;
  #socket: Duplex | undefined;
  #queued: Buffer[] = [];
  #text = '';
  #size = 0;
  #gone = false;
  #full = false;
  #wake: (() => void) | undefined;

  constructor(count: (bytes: number) => void, end: (how: Ending) => void) {
    this.#count = count;
    this.#end = end;
  }

  attach(socket: Duplex): void {
    this.#socket = socket;
    socket.on('drain', () => this.#onDrain());
    socket.once('close', () => {
      if (this.#socket === socket) this.#onGone();
    });
  }

  /** Ends the connection as soon as it has carried this many bytes in all. */
  cutAfter(bytes: number, how: Ending): void {
    this.#cutAfter = { bytes, how };
  }

  /** Queues text (sent as UTF-8) or bytes; nothing is sent before {@link ready} or {@link flush}. */
  queue(data: string | Buffer): void {
    if (typeof data === 'string') {
      this.#text += data;
      this.#size += data.length;
      return;
    }
    this.#closeText();
    this.#queued.push(data);
    this.#size += data.length;
  }

  /** Undefined: go on; a promise: wait for it. Throws or rejects when the client has gone. */
  ready(): Promise<void> | undefined {
    if (this.#gone) throw new ConnectionGone();
    return this.#size < pieceSize ? undefined : this.flush();
  }

  /** Sends what is queued; resolves when the socket takes more. */
  async flush(): Promise<void> {
    if (this.#gone) throw new ConnectionGone();
    this.#closeText();
    if (this.#queued.length > 0) {
      const piece = this.#queued.length === 1 ? this.#queued[0] : Buffer.concat(this.#queued);
      this.#queued = [];
      this.#size = 0;
      if (piece !== undefined) this.#send(piece);
    }
    while (this.#full && !this.#gone) {
      await new Promise<void>(resolve => {
        this.#wake = resolve;
      });
    }
    if (this.#gone) throw new ConnectionGone();
  }

  #send(piece: Buffer): void {
    const cut = this.#cutAfter;
    const left = cut === undefined ? piece.length : cut.bytes - this.bytes;
    const sent = piece.subarray(0, Math.max(0, left));
    this.bytes += sent.length;
    this.#count(sent.length);
    if (cut === undefined || left > piece.length) {
      this.#full = this.#socket?.write(sent) === false;
      return;
    }
    this.#socket?.write(sent, () => this.#end(cut.how));
    this.#onGone();
  }

  #closeText(): void {
    if (this.#text === '') return;
    this.#queued.push(Buffer.from(this.#text));
    this.#text = '';
  }

  #onDrain(): void {
    this.#full = false;
    this.#wake?.();
  }

  #onGone(): void {
    this.#gone = true;
    this.#wake?.();
  }
}
