import type { ShownFailure, WatchState } from '../../../shared/contract.ts';
import type { WatchEvent } from '../../../shared/model/live.ts';
import { clipped } from '../clip.ts';

/** What is to be seen of one watch, folded from its events. */
export class WatchProgress {
  readonly #accountId: string;
  #state: WatchState;
  /** What the round that goes on fetches, by mailbox. */
  #fetching = 0;

  constructor(accountId: string) {
    this.#accountId = accountId;
    this.#state = { accountId, state: 'connecting' };
  }

  get state(): WatchState {
    return this.#state;
  }

  /** @returns whether anything is to be seen of it */
  apply(event: WatchEvent): boolean {
    switch (event.event) {
      case 'mailboxes':
        this.#fetching = 0;
        return false;
      case 'mailbox':
        if (event.toFetch === 0) return false;
        this.#fetching += event.toFetch;
        return this.#is({ state: 'saving', messages: this.#fetching });
      case 'watching':
        return this.#is({ state: 'watching', by: event.by });
      case 'away': {
        const { failure, milliseconds } = event;
        const until = Date.now() + milliseconds;
        return this.#is({ state: 'away', failure: clipped(failure), until });
      }
      default:
        return false;
    }
  }

  failed(failure: ShownFailure): void {
    this.#is({ state: 'failed', failure: clipped(failure) });
  }

  #is(state: Omit<WatchState, 'accountId'>): true {
    this.#state = { accountId: this.#accountId, ...state };
    return true;
  }
}
