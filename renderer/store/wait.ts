import type { Answer, Bridge, CallName, Input, Output } from '../../shared/contract.ts';

type Waited = CallName &
  (
    | 'accounts.guess'
    | 'accounts.test'
    | 'accounts.mailboxes'
    | 'accounts.count'
    | 'accounts.server'
    | 'mailboxes.list'
    | 'mailboxes.create'
    | 'mailboxes.rename'
    | 'mailboxes.subscribe'
    | 'mailboxes.lookBeforeDeletion'
    | 'mailboxes.delete'
    | 'mailboxes.search'
    | 'signIn.ways'
  );

/** What is asked of a mail server, one thing at a time; a person may stop waiting for it. */
export class Wait {
  readonly #bridge: Bridge;
  #present: string | undefined;
  #last: string | undefined;

  constructor(bridge: Bridge) {
    this.#bridge = bridge;
  }

  /** @returns undefined where it was cancelled, or another question came after it */
  async ask<Name extends Waited>(
    name: Name,
    input: Omit<Input<Name>, 'waitId'>,
  ): Promise<Answer<Output<Name>> | undefined> {
    this.cancel();
    const waitId = newId();
    this.#present = waitId;
    this.#last = waitId;
    const answer = await this.#bridge.call(name, { ...input, waitId } as Input<Name>);
    if (this.#present !== waitId) return undefined;
    this.#present = undefined;
    return answer;
  }

  /** Whether this is what was asked last, and not cancelled: what it tells may come behind its answer. */
  is(waitId: string): boolean {
    return this.#last === waitId;
  }

  /** At once here; the connection is ended on the other side. */
  cancel(): void {
    const waitId = this.#present;
    this.#last = undefined;
    if (waitId === undefined) return;
    this.#present = undefined;
    void this.#bridge.call('accounts.cancel', { waitId });
  }
}

/** No other window's: what it names is anybody's who knows it. */
function newId(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))].map(part => part.toString(36)).join('-');
}
