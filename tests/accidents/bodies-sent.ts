import type { FetchAlteration, FetchedMessage } from '../servers/scripted/options.ts';

/** Counts the whole messages that a server sends; its hook goes into the server's options. */
export class BodiesSent {
  #sent: { readonly connection: number; readonly uid: number }[] = [];

  readonly beforeFetchResponse = (fetched: FetchedMessage): FetchAlteration | undefined => {
    if (fetched.items.some(item => /^BODY(\.PEEK)?\[\]/.test(item))) this.#sent.push(fetched);
    return undefined;
  };

  /**
   * The UIDs sent since the last call, in order, one as often as it was sent.
   * @param after leaves out connections up to that one: it takes the server a moment to see that a
   *   client was killed
   */
  take(after = 0): number[] {
    const sent = this.#sent.filter(({ connection }) => connection > after);
    this.#sent = [];
    return sent.map(({ uid }) => uid);
  }
}
