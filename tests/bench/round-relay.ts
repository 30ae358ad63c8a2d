import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** How long, in milliseconds, a command may take to come that a round is still to have: no stall of a busy machine lasts that long. */
const patience = 3_000;

/** Bytes in which the last line of an answer fits. */
const lastLine = 1_000;

/** A round trip: the names of the commands that a client sent without waiting for an answer to any. */
export type Round = readonly string[];

/**
 * Stands between one client and an IMAP server and holds every answer back until the client has sent
 * all that it sends without it. So the round trips are counted, not timed: a client that waits
 * where it did not has one round more, on the fastest machine too. Knows commands without literals.
 */
export class RoundRelay {
  readonly rounds: Round[] = [];
  /** Bytes from the client. */
  sent = 0;
  /** Bytes from the server. */
  received = 0;
  readonly #expected: readonly Round[];
  readonly #net: Server;
  #line = '';
  #tag = '';
  #names: string[] = [];
  #held: Buffer[] = [];
  #hurry: NodeJS.Timeout | undefined;
  #isGreeted = false;

  private constructor(target: number, expected: readonly Round[]) {
    this.#expected = expected;
    this.#net = createServer(client => this.#serve(client, connect(target, '127.0.0.1')));
  }

  /** @param expected the rounds as they should be: the relay waits for as many commands in each */
  static async start(target: number, expected: readonly Round[]): Promise<RoundRelay> {
    const relay = new RoundRelay(target, expected);
    relay.#net.listen(0, '127.0.0.1');
    await once(relay.#net, 'listening');
    return relay;
  }

  get port(): number {
    return (this.#net.address() as AddressInfo).port;
  }

  stop(): void {
    clearTimeout(this.#hurry);
    this.#net.close();
  }

  #serve(client: Socket, server: Socket): void {
    client.setNoDelay(true);
    server.setNoDelay(true);
    client.on('data', bytes => {
      this.sent += bytes.length;
      this.#readCommands(bytes.toString('latin1'));
      server.write(bytes);
      this.#releaseTo(client);
    });
    server.on('data', bytes => {
      this.received += bytes.length;
      this.#held.push(bytes);
      this.#releaseTo(client);
    });
    server.on('end', () => client.end());
    client.on('error', () => server.destroy());
    client.on('close', () => server.destroy());
    server.on('error', () => client.destroy());
  }

  #readCommands(text: string): void {
    const lines = (this.#line + text).split('\r\n');
    this.#line = lines.pop() ?? '';
    for (const line of lines) {
      const [, tag = '', name = ''] = /^(\S+) ((?:UID )?\S+)/.exec(line) ?? [];
      this.#tag = tag;
      this.#names.push(name);
    }
  }

  #releaseTo(client: Socket): void {
    clearTimeout(this.#hurry);
    if (!this.#isAnswered()) return;
    const missing = (this.#expected[this.rounds.length]?.length ?? 1) - this.#names.length;
    if (this.#isGreeted && missing > 0) {
      this.#hurry = setTimeout(() => this.#release(client), patience);
    } else this.#release(client);
  }

  #release(client: Socket): void {
    if (this.#isGreeted) this.rounds.push(this.#names);
    this.#isGreeted = true;
    this.#names = [];
    client.write(Buffer.concat(this.#held));
    this.#held = [];
  }

  /** Whether the greeting, or the answer to the last command, has come to its end. */
  #isAnswered(): boolean {
    const last = this.#held.at(-1)?.subarray(-lastLine) ?? Buffer.alloc(0);
    const before = this.#held.at(-2)?.subarray(-lastLine) ?? Buffer.alloc(0);
    const end = Buffer.concat([before, last]).toString('latin1');
    const line = /(?:^|\r\n)([^\r\n]*)\r\n$/.exec(end)?.[1];
    return line?.startsWith(this.#isGreeted ? `${this.#tag} ` : '* ') ?? false;
  }
}
