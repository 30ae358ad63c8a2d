/** A request that is not answered as it asks; the only error the server's rooms throw on purpose. */
export class Refusal extends Error {
  readonly status: number;

  /** @param message one sentence for whoever reads the response */
  constructor(status: number, message: string) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
  }
}
