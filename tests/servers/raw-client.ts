import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** A client of bare sockets, so that the servers are tested by nothing of ours. */
export class RawClient {
  #socket: Socket;
  #received: Buffer[] = [];
  #size = 0;
  #closed = false;
  #wake: (() => void) | undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
    this.#listen();
  }

  static connect(port: number, host = '127.0.0.1'): RawClient {
    return new RawClient(connectTcp(port, host));
  }

  /** TLS from the first byte; the certificate must be right for localhost. */
  static connectTls(port: number, ca: string, host = '127.0.0.1'): RawClient {
    return new RawClient(connectTls({ port, host, ca, servername: 'localhost' }));
  }

  /** Continues in TLS on the same connection. */
  upgrade(ca: string): void {
    this.#socket.removeAllListeners();
    this.#received = [];
    this.#size = 0;
    this.#socket = connectTls({ socket: this.#socket, ca, servername: 'localhost' });
    this.#listen();
  }

  write(raw: string | Buffer): void {
    this.#socket.write(raw);
  }

  /** Sends a command and returns everything up to the end of its tagged answer, as latin1. */
  async ask(command: string): Promise<string> {
    const tag = command.slice(0, command.indexOf(' '));
    this.write(`${command}\r\n`);
    return this.until(text => new RegExp(`(^|\n)${tag} [^\n]*\n`).test(text));
  }

  /** What has come, taken away, once it is as wanted; throws when the connection ends before. */
  async until(wanted: (text: string) => boolean): Promise<string> {
    for (;;) {
      const text = Buffer.concat(this.#received).toString('latin1');
      if (wanted(text)) {
        this.#received = [];
        this.#size = 0;
        return text;
      }
      if (this.#closed) throw new Error(`The connection ended after: ${text.slice(-200)}`);
      await this.#more();
    }
  }

  line(): Promise<string> {
    return this.until(text => text.endsWith('\n'));
  }

  /** Everything that comes until the server ends the connection. */
  async rest(): Promise<string> {
    while (!this.#closed) await this.#more();
    return Buffer.concat(this.#received).toString('latin1');
  }

  /** How many bytes have come since the last answer was taken. */
  get waiting(): number {
    return this.#size;
  }

  pause(): void {
    this.#socket.pause();
  }

  end(): void {
    this.#socket.destroy();
  }

  #listen(): void {
    this.#socket.on('data', chunk => {
      this.#received.push(chunk);
      this.#size += chunk.length;
      this.#wake?.();
    });
    this.#socket.on('error', () => this.#onClosed());
    this.#socket.on('close', () => this.#onClosed());
  }

  #onClosed(): void {
    this.#closed = true;
    this.#wake?.();
  }

  #more(): Promise<void> {
    return new Promise(resolve => {
      this.#wake = resolve;
    });
  }
}
