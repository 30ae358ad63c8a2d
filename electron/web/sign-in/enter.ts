import type { WebContext } from '../web-context.ts';

const onward = '<!doctype html><title>Mailstow</title><a href="/">Mailstow</a>';

/** Opens the app to a browser, at an address without a secret in it. @param cookie of its new session */
export function enter(c: WebContext, cookie: string): Response {
  // Led here by a file or another site, a browser keeps strict cookies back from what it is redirected to, and sends them
  // to what a page of ours leads to.
  if (c.req.header('sec-fetch-site') === 'cross-site') {
    return c.html(onward, 200, { Refresh: '0; url=/', 'Set-Cookie': cookie });
  }
  // Node would otherwise announce a body in chunks, and send none.
  return c.body(null, 303, { Location: '/', 'Content-Length': '0', 'Set-Cookie': cookie });
}
