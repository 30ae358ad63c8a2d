import type { Writable } from 'node:stream';
import type { AppEvent } from '../services/events.ts';

/** Milliseconds; proxies close what says nothing for a minute. */
const betweenSigns = 20_000;

/**
 * Events as a browser's EventSource hears them. A client that reads too slowly gets the newest event of
 * each thing once it can take it, not a queue of old ones: what it missed it sees by the revision and asks for.
 */
export class EventStream {
  readonly #response: Writable;
  readonly #held = new Map<string, AppEvent>();
  readonly #signs: NodeJS.Timeout;
  #isFull = false;

  /** @param response of HTTP, whose headers are sent */
  constructor(response: Writable) {
    this.#response = response;
    this.#signs = setInterval(() => this.#write(':\n\n'), betweenSigns).unref();
    response.on('drain', () => this.#drained());
    // Said at once, so that the browser counts the connection as open.
    this.#write(':\n\n');
  }

  send(event: AppEvent): void {
    if (this.#isFull) this.#hold(event);
    else this.#write(`event: ${event.name}\ndata: ${JSON.stringify(event.value)}\n\n`);
  }

  end(): void {
    clearInterval(this.#signs);
    this.#response.end();
  }

  /** Behind what has changed less recently. */
  #hold(event: AppEvent): void {
    const subject = subjectOf(event);
    this.#held.delete(subject);
    this.#held.set(subject, event);
  }

  #drained(): void {
    this.#isFull = false;
    const held = [...this.#held.values()];
    this.#held.clear();
    for (const event of held) this.send(event);
  }

  #write(text: string): void {
    if (!this.#response.write(text)) this.#isFull = true;
  }
}

/** Events of one subject replace each other. */
function subjectOf({ name, value }: AppEvent): string {
  return 'accountId' in value ? `${name} ${value.accountId}` : name;
}
