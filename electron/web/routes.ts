import { type Context, Hono, type MiddlewareHandler, type Next } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { tellDefect } from '../engine/defects.ts';
import type { App } from '../services/app.ts';
import { takesBody } from './body.ts';
import { type Downloads, disposition } from './downloads.ts';
import { downloadPolicy } from './headers.ts';
import type { Listeners } from './listeners.ts';
import { answerMail } from './mail-routes.ts';
import { sendStream } from './send-stream.ts';
import { enter } from './sign-in/enter.ts';
import type { Sessions } from './sign-in/sessions.ts';
import type { SignIn } from './sign-in/sign-in.ts';
import { closedPage, signInStyle, signInWords } from './sign-in/sign-in-page.ts';
import type { StaticFile } from './static-files.ts';
import type { WebEnvironment } from './web-context.ts';

export interface RoutesOptions {
  readonly app: App;
  readonly files: ReadonlyMap<string, StaticFile>;
  readonly downloads: Downloads;
  readonly sessions: Sessions;
  readonly listeners: Listeners;
  readonly links: {
    /** Whether a token is that of a link that is good once; it is spent then. */
    spend(token: string): boolean;
    /** Told when somebody has come in by a link. */
    entered(): void;
  };
  /** Where the person has set a password. */
  readonly signIn: SignIn | undefined;
}

/** Names built by Vite hold a digest of what they name. */
const forEver = 'private, max-age=31536000, immutable';

/** What each path of the server answers to a request that the guard let in. */
export function routesOf(options: RoutesOptions): Hono<WebEnvironment> {
  const { app, files, downloads, sessions, listeners, links, signIn } = options;
  const routes = new Hono<WebEnvironment>({
    // As it was sent, without the query; compared and looked up, never decoded.
    getPath: (_request, given) => given?.env?.incoming.url?.split('?', 1)[0] ?? '',
  });

  routes.onError((error, c) => {
    if (!(error instanceof HTTPException)) tellDefect(error);
    const { status, message } =
      error instanceof HTTPException
        ? error
        : { status: 500 as const, message: 'Something unexpected happened in Mailstow.' };
    // What is left of the body is not read; of what is not meant for people nothing is told.
    return c.text(`${message}\n`, status, { Connection: 'close' });
  });
  routes.use((c, next) => (c.req.method === 'HEAD' ? withLength(c, next) : next()));

  routes.all('/', (c, next) => {
    const token = c.req.query('token') ?? '';
    // Looking at its headers alone spends no link.
    const isLink = sessions.isToken(token) || (c.req.method === 'GET' && links.spend(token));
    if (!isLink) return next();
    allow(c, 'GET');
    links.entered();
    return enter(c, sessions.begin());
  });
  routes.all('/sign-in.css', c =>
    c.body(signInStyle, 200, { 'Content-Type': 'text/css; charset=utf-8' }),
  );
  if (signIn !== undefined) {
    const form = takesBody('application/x-www-form-urlencoded');
    routes.all('/sign-in', takes('POST'), form, c => signIn.answer(c));
  }
  routes.all('/mail/:rest{.*}', takes('GET'), c => answerMail(c, app.pages));
  routes.all('/sign-out', takes('POST'), c => {
    c.header('Set-Cookie', sessions.end(c.req.header('cookie')));
    listeners.endSignedOut();
    return c.body(null, 204);
  });

  routes.use((c, next) => {
    if (sessions.use(c.req.header('cookie'))) return next();
    if (c.req.path !== '/') throw new HTTPException(401, { message: 'You’re not signed in.' });
    if (signIn !== undefined) return signIn.ask(c);
    return answerClosed(c);
  });
  routes.all('/call/:name{[A-Za-z.]+}', takes('POST'), takesBody('application/json'), async c =>
    c.json(await app.call(c.req.param('name'), await jsonOf(c))),
  );
  routes.all('/events', takes('GET'), c => listeners.follow(c));
  routes.all('/download/:id{[\\w-]+}', takes('GET'), c => {
    const file = downloads.find(c.req.param('id'));
    if (file === undefined) throw notFound('This download has expired. Save it again.');
    // Never the file's own type: a browser may not be asked to show it.
    const headers = {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': disposition(file.name),
      'Content-Security-Policy': downloadPolicy,
    };
    return sendStream(c, headers, () => file.open());
  });
  routes.all('*', c => {
    const file = files.get(c.req.path);
    if (file === undefined) throw notFound('There is nothing here.');
    allow(c, 'GET');
    if (c.req.path.startsWith('/assets/')) c.header('Cache-Control', forEver);
    return c.body(file.bytes, 200, { 'Content-Type': file.type });
  });
  return routes;
}

async function answerClosed(c: Context): Promise<Response> {
  return c.html(closedPage(await signInWords(c.req.header('accept-language'))), 401);
}

/** To HEAD Hono answers with no body, from which no length could be told. */
async function withLength(c: Context, next: Next): Promise<void> {
  await next();
  if (c.res.body === null) return;
  c.header('Content-Length', `${(await c.res.clone().arrayBuffer()).byteLength}`);
}

/** @throws HTTPException 405 */
function allow({ req: { method } }: Context, allowed: 'GET' | 'POST'): void {
  if (method === allowed || (allowed === 'GET' && method === 'HEAD')) return;
  throw new HTTPException(405, { message: `This takes ${allowed}.` });
}

function takes(allowed: 'GET' | 'POST'): MiddlewareHandler {
  return (c, next) => {
    allow(c, allowed);
    return next();
  };
}

/** @throws HTTPException 400 for what is no JSON */
async function jsonOf(c: Context): Promise<unknown> {
  const text = await c.req.text();
  try {
    // JSON has no word for nothing at all.
    return JSON.parse(text) ?? undefined;
  } catch {
    throw new HTTPException(400, { message: 'That is not JSON.' });
  }
}

function notFound(message: string): HTTPException {
  return new HTTPException(404, { message });
}
