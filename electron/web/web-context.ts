import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

/** What a request comes with besides: Node's own request and response. */
export interface WebEnvironment {
  Bindings: HttpBindings;
}

export type WebContext = Context<WebEnvironment>;
