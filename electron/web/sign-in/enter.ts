import type { WebContext } from '../web-context.ts';

/** Opens the app to a browser, at an address without a secret in it. @param cookie of its new session */
export function enter(c: WebContext, cookie: string): Response {
  // Node would otherwise announce a body in chunks, and send none.
  return c.body(null, 303, { Location: '/', 'Content-Length': '0', 'Set-Cookie': cookie });
}
