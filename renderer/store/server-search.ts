import type { Bridge, Output } from '../../shared/contract.ts';
import { isInboxOnly } from './server-kind.ts';
import { Wait } from './wait.ts';

type Guess = Output<'accounts.guess'>;

/** What the search for the server of an address came to. */
export type ServerSearch =
  | { readonly state: 'looking' }
  | { readonly state: 'found'; readonly host: string; readonly inboxOnly: boolean }
  /** Nothing goes there before the person agrees. */
  | { readonly state: 'elsewhere'; readonly host: string; readonly inboxOnly: boolean }
  /** The provider lets no other program read mail. */
  | { readonly state: 'closed' }
  | { readonly state: 'failed'; readonly asked: NonNullable<Guess['asked']> };

/** Searches once for each address, however often it is asked for; a search in vain or cancelled is made again. */
export class ServerSearches {
  readonly #waiting: Wait;
  #last: { readonly email: string; readonly answer: Promise<Guess | undefined> } | undefined;

  constructor(bridge: Bridge) {
    this.#waiting = new Wait(bridge);
  }

  /** @returns undefined where it was cancelled, or nothing can be looked for */
  find(email: string): Promise<Guess | undefined> {
    if (this.#last?.email === email) return this.#last.answer;
    const search = {
      email,
      answer: this.#waiting.ask('accounts.guess', { email }).then(answer => {
        const isFound = answer?.ok === true && answer.value.asked === undefined;
        if (!isFound && this.#last === search) this.#last = undefined;
        return answer?.ok ? answer.value : undefined;
      }),
    };
    this.#last = search;
    return search.answer;
  }

  cancel(): void {
    this.#waiting.cancel();
  }
}

export function searchOf({ server, asked, isElsewhere, isClosed }: Guess): ServerSearch {
  if (isClosed === true) return { state: 'closed' };
  if (asked !== undefined) return { state: 'failed', asked };
  const place = { host: server.host, inboxOnly: isInboxOnly({ server }) };
  return { state: isElsewhere === true ? 'elsewhere' : 'found', ...place };
}
