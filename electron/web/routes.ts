import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { App } from '../services/app.ts';
import { readJson } from './body.ts';
import { type Downloads, disposition } from './downloads.ts';
import { EventStream } from './event-stream.ts';
import { downloadPolicy } from './headers.ts';
import { answerMail } from './mail-routes.ts';
import { Refusal } from './refusal.ts';
import { begin, redirect, reply, replyEmpty, replyHtml, replyJson } from './reply.ts';
import type { Sessions } from './sessions.ts';
import type { SignIn } from './sign-in.ts';
import { closedPage, signInStyle } from './sign-in-page.ts';
import { signInWords } from './sign-in-words.ts';
import type { StaticFile } from './static-files.ts';

export interface RoutesOptions {
  readonly app: App;
  readonly files: ReadonlyMap<string, StaticFile>;
  readonly downloads: Downloads;
  readonly sessions: Sessions;
  /** Where the person has set a password. */
  readonly signIn: SignIn | undefined;
}

/** A request that the guard let in. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly method: string;
  /** As it was sent, without the query; compared and looked up, never decoded. */
  readonly path: string;
  readonly query: URLSearchParams;
}

/** Names built by Vite hold a digest of what they name. */
const forEver = { 'Cache-Control': 'private, max-age=31536000, immutable' };

/** Milliseconds between two looks at whether those who listen are still signed in. */
const betweenLooks = 60_000;

/** What each path of the server answers. */
export class Routes {
  readonly #options: RoutesOptions;
  /** With the cookies that each was asked for with. */
  readonly #streams = new Map<EventStream, string | undefined>();
  readonly #looks: NodeJS.Timeout;

  constructor(options: RoutesOptions) {
    this.#options = options;
    this.#looks = setInterval(() => this.#endStreams(), betweenLooks).unref();
  }

  /** @throws Refusal, and whatever a defect throws */
  async answer(exchange: Exchange): Promise<void> {
    const { request, response, path, query } = exchange;
    const { app, sessions, signIn } = this.#options;
    const token = query.get('token');
    if (path === '/' && token !== null && sessions.isToken(token)) {
      allow(exchange, 'GET');
      redirect(response, '/', { 'Set-Cookie': sessions.begin() });
    } else if (path === '/sign-in.css') {
      reply(response, 200, 'text/css; charset=utf-8', signInStyle);
    } else if (path === '/sign-in' && signIn !== undefined) {
      allow(exchange, 'POST');
      await signIn.answer(request, response);
    } else if (path.startsWith('/mail/')) {
      allow(exchange, 'GET');
      await answerMail(response, path, app.pages);
    } else if (path === '/sign-out') {
      allow(exchange, 'POST');
      const cookie = sessions.end(request.headers.cookie);
      this.#endStreams();
      replyEmpty(response, { 'Set-Cookie': cookie });
    } else if (sessions.use(request.headers.cookie)) {
      await this.#answerSignedIn(exchange);
    } else if (path === '/' && signIn !== undefined) {
      signIn.ask(request, response);
    } else if (path === '/') {
      replyHtml(response, 401, closedPage(signInWords(request.headers['accept-language'])));
    } else {
      throw new Refusal(401, 'This page is not signed in.');
    }
  }

  /** Ends what would otherwise stay open for ever. */
  close(): void {
    clearInterval(this.#looks);
    for (const stream of this.#streams.keys()) stream.end();
  }

  /** Nobody hears anything more who is signed out, or was away for too long. */
  #endStreams(): void {
    for (const [stream, cookies] of this.#streams) {
      if (!this.#options.sessions.isOpen(cookies)) stream.end();
    }
  }

  async #answerSignedIn(exchange: Exchange): Promise<void> {
    const { request, response, path } = exchange;
    const { app, downloads, files } = this.#options;
    const call = /^\/call\/([A-Za-z.]+)$/.exec(path)?.[1];
    const download = /^\/download\/([\w-]+)$/.exec(path)?.[1];
    const file = files.get(path);
    if (call !== undefined) {
      allow(exchange, 'POST');
      // JSON has no word for nothing at all.
      replyJson(response, await app.call(call, (await readJson(request)) ?? undefined));
    } else if (path === '/events') {
      allow(exchange, 'GET');
      this.#follow(request, response);
    } else if (download !== undefined) {
      allow(exchange, 'GET');
      await sendDownload(response, downloads, download);
    } else if (file !== undefined) {
      allow(exchange, 'GET');
      reply(response, 200, file.type, file.bytes, path.startsWith('/assets/') ? forEver : {});
    } else {
      throw new Refusal(404, 'There is nothing here.');
    }
  }

  #follow({ headers }: IncomingMessage, response: ServerResponse): void {
    const { app } = this.#options;
    begin(response, 200, { 'Content-Type': 'text/event-stream' });
    const stream = new EventStream(response);
    this.#streams.set(stream, headers.cookie);
    const unsubscribe = app.subscribe(event => stream.send(event));
    response.once('close', () => {
      unsubscribe();
      this.#streams.delete(stream);
      stream.end();
    });
  }
}

/** @throws Refusal 405 */
function allow({ method }: Exchange, allowed: 'GET' | 'POST'): void {
  if (method === allowed || (allowed === 'GET' && method === 'HEAD')) return;
  throw new Refusal(405, `This takes ${allowed}.`);
}

async function sendDownload(response: ServerResponse, downloads: Downloads, id: string) {
  const file = downloads.find(id);
  if (file === undefined) throw new Refusal(404, 'This download has expired; save it once more.');
  const stream = await file.open();
  begin(response, 200, {
    // Never the file's own type: a browser may not be asked to show it.
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': disposition(file.name),
    'Content-Security-Policy': downloadPolicy,
  });
  await pipeline(stream, response);
}
