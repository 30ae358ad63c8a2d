import type { FetchAlteration, FetchedMessage } from '../servers/scripted/options.ts';

/** Counts the whole messages that a server sends; its hook goes into the server's options. */
export class BodiesSent {
  #uids: number[] = [];

  readonly beforeFetchResponse = ({ uid, items }: FetchedMessage): FetchAlteration | undefined => {
    if (items.some(item => /^BODY(\.PEEK)?\[\]/.test(item))) this.#uids.push(uid);
    return undefined;
  };

  /** The UIDs sent since the last call, in order, one as often as it was sent. */
  take(): number[] {
    const uids = this.#uids;
    this.#uids = [];
    return uids;
  }
}
