import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { App } from '../services/app.ts';
import { EventStream } from './event-stream.ts';
import type { Sessions } from './sign-in/sessions.ts';
import type { WebContext } from './web-context.ts';

const headers = { 'Content-Type': 'text/event-stream' };

/** Milliseconds between two looks at whether those who listen are still signed in. */
const betweenLooks = 60_000;

/** The windows that listen to what happens in the app. */
export class Listeners {
  readonly #app: App;
  readonly #sessions: Sessions;
  /** With the cookies that each was asked for with. */
  readonly #streams = new Map<EventStream, string | undefined>();
  readonly #looks: NodeJS.Timeout;

  constructor(app: App, sessions: Sessions) {
    this.#app = app;
    this.#sessions = sessions;
    this.#looks = setInterval(() => this.endSignedOut(), betweenLooks).unref();
  }

  /** Answers with a stream of events, which stays open. */
  follow(c: WebContext): Response {
    if (c.req.method === 'HEAD') return c.body(null, 200, headers);
    const { incoming, outgoing } = c.env;
    outgoing.writeHead(200, headers);
    const stream = new EventStream(outgoing);
    this.#streams.set(stream, incoming.headers.cookie);
    const unsubscribe = this.#app.subscribe(event => stream.send(event));
    outgoing.once('close', () => {
      unsubscribe();
      this.#streams.delete(stream);
      stream.end();
    });
    return RESPONSE_ALREADY_SENT;
  }

  /** Nobody hears anything more who is signed out, or was away for too long. */
  endSignedOut(): void {
    for (const [stream, cookies] of this.#streams) {
      if (!this.#sessions.isOpen(cookies)) stream.end();
    }
  }

  /** Ends what would otherwise stay open for ever. */
  close(): void {
    clearInterval(this.#looks);
    for (const stream of this.#streams.keys()) stream.end();
  }
}
