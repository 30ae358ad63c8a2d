import type { Socket } from 'node:net';
import { Relay } from './relay.ts';

/** Milliseconds between two portions: short beside anything that a person sees move. */
const portionEvery = 25;

export interface SlowLineOptions {
  /** From the server, all connections together. */
  readonly bytesPerSecond: number;
  /** Bytes from the server before the client gets them; of the same length, so that no count changes. */
  rewrite?(chunk: Buffer): Buffer;
}

/** A TCP line on loopback to a server that carries no more than so many bytes a second, evenly among its connections. */
export class SlowLine {
  readonly #options: SlowLineOptions;
  readonly #waiting: Waiting[] = [];
  readonly #timer: NodeJS.Timeout;
  #relay: Relay | undefined;
  /** Bytes that may be carried by now. */
  #allowed = 0;
  #last = performance.now();

  private constructor(options: SlowLineOptions) {
    this.#options = options;
    this.#timer = setInterval(() => this.#carry(), portionEvery);
  }

  /** @param target port of the server on loopback */
  static async start(target: number, options: SlowLineOptions): Promise<SlowLine> {
    const line = new SlowLine(options);
    line.#relay = await Relay.start(target, (client, server) => line.#connect(client, server));
    return line;
  }

  get port(): number {
    if (this.#relay === undefined) throw new Error('The line is closed');
    return this.#relay.port;
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#relay?.stop();
  }

  #connect(client: Socket, server: Socket): void {
    const waiting: Waiting = { client, server, chunks: [], ended: false };
    this.#waiting.push(waiting);
    client.pipe(server);
    client.once('close', () => this.#waiting.splice(this.#waiting.indexOf(waiting), 1));
    const { rewrite = chunk => chunk } = this.#options;
    server.on('data', chunk => {
      waiting.chunks.push(rewrite(chunk));
      server.pause();
    });
    server.once('end', () => {
      waiting.ended = true;
    });
  }

  #carry(): void {
    const { bytesPerSecond } = this.#options;
    const now = performance.now();
    const most = (bytesPerSecond * portionEvery * 4) / 1000;
    this.#allowed = Math.min(most, this.#allowed + (bytesPerSecond * (now - this.#last)) / 1000);
    this.#last = now;
    const busy = this.#waiting.filter(({ chunks }) => chunks.length > 0);
    for (const [index, waiting] of busy.entries()) {
      const share = Math.floor(this.#allowed / (busy.length - index));
      this.#allowed -= carryFrom(waiting, share);
    }
    for (const { client, chunks, ended } of this.#waiting) {
      if (ended && chunks.length === 0) client.end();
    }
  }
}

interface Waiting {
  readonly client: Socket;
  readonly server: Socket;
  readonly chunks: Buffer[];
  ended: boolean;
}

/** @returns bytes that were carried */
function carryFrom({ client, server, chunks }: Waiting, most: number): number {
  const [chunk] = chunks;
  if (chunk === undefined || most <= 0) return 0;
  const part = chunk.subarray(0, most);
  client.write(part);
  if (part.length < chunk.length) chunks[0] = chunk.subarray(part.length);
  else chunks.shift();
  if (chunks.length === 0) server.resume();
  return part.length;
}
