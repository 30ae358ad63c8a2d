import { readFileSync } from 'node:fs';
import { connect, type TLSSocket } from 'node:tls';
import type { Job } from './job.ts';

/** Longer than any tagged line of the server under test: the one of LOGIN lists its capabilities. */
const longestEnd = 2_000;

/** As little as a client can do with TLS and tags: it looks at the end of what comes and nowhere else. */
export class LeanConnection {
  readonly #socket: TLSSocket;
  #tags = 0;

  private constructor(socket: TLSSocket) {
    this.#socket = socket;
  }

  /** Connects and logs in. */
  static async logIn({ port, ca, user, password }: Job): Promise<LeanConnection> {
    const options = { host: '127.0.0.1', port, ca: readFileSync(ca), servername: 'localhost' };
    const socket = connect(options);
    socket.setNoDelay(true);
    const connection = new LeanConnection(socket);
    await connection.#until(/^\* OK [^\n]*\n$/, () => {});
    await connection.ask(`LOGIN ${user} ${password}`);
    return connection;
  }

  /** Sends a command and hands over what is answered as it comes, up to and with the tagged line. */
  ask(command: string, take: (chunk: Buffer) => void = () => {}): Promise<void> {
    this.#tags += 1;
    const tag = `t${this.#tags}`;
    this.#socket.write(`${tag} ${command}\r\n`);
    return this.#until(new RegExp(`(?:^|\n)${tag} OK [^\n]*\n$`), take);
  }

  async logOut(): Promise<void> {
    await this.ask('LOGOUT');
    this.#socket.destroy();
  }

  #until(end: RegExp, take: (chunk: Buffer) => void): Promise<void> {
    const socket = this.#socket;
    let tail = '';
    return new Promise((resolve, reject) => {
      const failed = (reason?: Error): void =>
        reject(reason ?? new Error(`The connection ended after: ${tail}`));
      const onData = (chunk: Buffer): void => {
        take(chunk);
        tail = (tail + chunk.toString('latin1', Math.max(0, chunk.length - longestEnd))).slice(
          -longestEnd,
        );
        if (!end.test(tail)) return;
        socket.off('data', onData).off('error', failed).off('end', failed);
        resolve();
      };
      socket.on('data', onData).once('error', failed).once('end', failed);
    });
  }
}
