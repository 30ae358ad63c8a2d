import { Readable } from 'node:stream';
import { type Protocol, protocol } from 'electron';
import { type MailPages, mailHeaders } from '../services/library/mail-pages.ts';
import { appScheme, mailScheme } from './addresses.ts';
import { type BuiltFiles, notFound } from './built-files.ts';
import { reportError } from './report-error.ts';

/** Like https as far as pages are concerned; neither may bypass a policy. */
const privileges = { standard: true, secure: true, supportFetchAPI: true };

/** Both in one call, before the app is ready: it counts once. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges },
    { scheme: mailScheme, privileges },
  ]);
}

/** @param owner the protocols of the session that the window lives in */
export function serveSchemes(owner: Protocol, files: BuiltFiles, pages: MailPages): void {
  owner.handle(appScheme, request => files.answer(request));
  owner.handle(mailScheme, request => answerMail(request, pages));
}

/** A message's page at the root of its token, its parts below. @returns always; 404 for whatever is not there */
export async function answerMail(
  { method, url }: { method: string; url: string },
  pages: MailPages,
): Promise<Response> {
  if (method !== 'GET') return notFound();
  const { host: token, pathname } = new URL(url);
  try {
    if (pathname === '/') {
      const page = await pages.page(token);
      if (page === undefined) return notFound();
      return new Response(page.html, { headers: mailHeaders(`${mailScheme}:`, page) });
    }
    const name = /^\/([\w.-]+)$/.exec(pathname)?.[1];
    const part = name === undefined ? undefined : await pages.part(token, name);
    if (part === undefined) return notFound();
    const headers = { ...mailHeaders(`${mailScheme}:`, { html: '', remote: false }) };
    return new Response(Readable.toWeb(await part.open()) as ReadableStream, {
      headers: { ...headers, 'Content-Type': part.type },
    });
  } catch (error) {
    // A throw would become a load error that tells the person nothing either.
    reportError(error);
    return notFound();
  }
}
