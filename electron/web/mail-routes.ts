import { HTTPException } from 'hono/http-exception';
import { type MailPage, type MailPages, mailHeaders } from '../services/library/mail-pages.ts';
import { sendStream } from './send-stream.ts';
import type { WebContext } from './web-context.ts';

/** Where the page of a message lies on this server; its parts lie below. */
export function mailPath(token: string): string {
  return `/mail/${token}/`;
}

/**
 * Pages of messages and their pictures. They are found by their token alone: the frame that shows them
 * has an origin of its own, from which no cookie is sent.
 * @throws HTTPException 404
 */
export async function answerMail(c: WebContext, pages: MailPages): Promise<Response> {
  const [, token, name] = /^\/mail\/([0-9a-f]+)\/([\w.-]*)$/.exec(c.req.path) ?? [];
  if (token === undefined || name === undefined) throw gone();
  if (name === '') {
    const page = await pages.page(token);
    if (page === undefined) throw gone();
    return c.body(page.html, 200, headersOf(page));
  }
  const part = await pages.part(token, name);
  if (part === undefined) throw gone();
  const headers = {
    ...headersOf({ html: '', remote: false }),
    'Content-Type': part.type,
    // For the frame, which is of no origin at all.
    'Cross-Origin-Resource-Policy': 'cross-origin',
  };
  return sendStream(c, headers, () => part.open());
}

/** Links open in tabs of the browser, which are not to be as bound as the frame they come from. */
function headersOf(page: MailPage): Record<string, string> {
  const headers = mailHeaders("'self'", page);
  const policy = headers['Content-Security-Policy'] ?? '';
  return {
    ...headers,
    'Content-Security-Policy': `${policy}${sandboxOf(page)}; frame-ancestors 'self'`,
  };
}

/**
 * Only a page of the same origin can be told to print, and only by who frames it: scripts run in neither of the two, and
 * what was made for paper leads nowhere.
 */
function sandboxOf({ isPrinted = false }: MailPage): string {
  return isPrinted ? ' allow-same-origin allow-modals' : ' allow-popups-to-escape-sandbox';
}

function gone(): HTTPException {
  const message = 'This page has expired. Open the message again.';
  return new HTTPException(404, { message });
}
