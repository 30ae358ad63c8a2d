import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { type MailPage, type MailPages, mailHeaders } from '../services/library/mail-pages.ts';
import { Refusal } from './refusal.ts';
import { begin, reply } from './reply.ts';

/** Where the page of a message lies on this server; its parts lie below. */
export function mailPath(token: string): string {
  return `/mail/${token}/`;
}

/**
 * Pages of messages and their pictures. They are found by their token alone: the frame that shows them
 * has an origin of its own, from which no cookie is sent.
 * @throws Refusal 404
 */
export async function answerMail(
  response: ServerResponse,
  path: string,
  pages: MailPages,
): Promise<void> {
  const [, token, name] = /^\/mail\/([0-9a-f]+)\/([\w.-]*)$/.exec(path) ?? [];
  if (token === undefined || name === undefined) throw gone();
  if (name === '') {
    const page = await pages.page(token);
    if (page === undefined) throw gone();
    reply(response, 200, 'text/html; charset=utf-8', page.html, headersOf(page));
    return;
  }
  const part = await pages.part(token, name);
  if (part === undefined) throw gone();
  const stream = await part.open();
  begin(response, 200, {
    ...headersOf({ html: '', remote: false }),
    'Content-Type': part.type,
    // For the frame, which is of no origin at all.
    'Cross-Origin-Resource-Policy': 'cross-origin',
  });
  await pipeline(stream, response);
}

/** Links open in tabs of the browser, which are not to be as bound as the frame they come from. */
function headersOf(page: MailPage): Record<string, string> {
  const headers = mailHeaders("'self'", page);
  const policy = headers['Content-Security-Policy'];
  return {
    ...headers,
    'Content-Security-Policy': `${policy} allow-popups-to-escape-sandbox; frame-ancestors 'self'`,
  };
}

function gone(): Refusal {
  return new Refusal(404, 'This page of a message has expired; open the message once more.');
}
