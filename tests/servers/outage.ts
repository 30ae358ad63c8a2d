import { Relay } from './relay.ts';

/** What stands between a client and a server and can be taken away: its port refuses connections then. */
export class Outage {
  readonly #target: number;
  #relay: Relay | undefined;
  #port = 0;

  private constructor(target: number) {
    this.#target = target;
  }

  static async before(target: number): Promise<Outage> {
    const outage = new Outage(target);
    await outage.end();
    return outage;
  }

  /** The same after each outage. */
  get port(): number {
    return this.#port;
  }

  /** Breaks every connection and refuses new ones. */
  async begin(): Promise<void> {
    const relay = this.#relay;
    this.#relay = undefined;
    await relay?.stop();
  }

  async end(): Promise<void> {
    const carry = (client: NodeJS.ReadWriteStream, server: NodeJS.ReadWriteStream) =>
      void client.pipe(server).pipe(client);
    this.#relay = await Relay.start(this.#target, carry, this.#port);
    this.#port = this.#relay.port;
  }
}
