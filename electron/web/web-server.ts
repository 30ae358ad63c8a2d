import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener, RequestError } from '@hono/node-server';
import type { Hono } from 'hono';
import { tellDefect } from '../engine/defects.ts';
import type { Guard } from './guard.ts';
import { everyHeader } from './headers.ts';
import type { WebEnvironment } from './web-context.ts';

/** Milliseconds for the whole of a request; none is longer than 1 MB. */
const longestRequest = 30_000;

/** Listens, lets the guard look at every request, and hands it on. */
export class WebServer {
  readonly #server: Server;
  #routes: ReturnType<typeof getRequestListener> | undefined;
  #guard: Guard | undefined;

  private constructor() {
    this.#server = createServer({ requestTimeout: longestRequest }, (request, response) => {
      this.#answer(request, response);
    });
  }

  /**
   * @param port 0 for any free one
   * @throws the system's error where that is not possible
   */
  static async listen(host: string, port: number): Promise<WebServer> {
    const web = new WebServer();
    web.#server.listen(port, host);
    await once(web.#server, 'listening');
    return web;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Answers from here on; what came before was refused. */
  serve(guard: Guard, routes: Hono<WebEnvironment>): void {
    this.#guard = guard;
    this.#routes = getRequestListener(routes.fetch, {
      errorHandler(error) {
        if (!(error instanceof RequestError)) tellDefect(error);
        // Of an address in a Host header that is not as URLs have it; browsers send none.
        return new Response('Write the address as a browser does.\n', { status: 400 });
      },
    });
  }

  /** Returns when nothing is open any more. */
  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    // A client that goes away ends nothing but its own request.
    response.on('error', () => undefined);
    for (const [name, value] of Object.entries(everyHeader)) response.setHeader(name, value);
    const { method = '', url = '', headers } = request;
    if (this.#guard === undefined || this.#routes === undefined) {
      refuse(response, 503, 'Mailstow is starting.');
      return;
    }
    const refusal = this.#guard.refusal(method, url.split('?', 1)[0] ?? '', headers);
    if (refusal === undefined) {
      request.url = asPath(url);
      void this.#routes(request, response);
    } else refuse(response, 403, refusal);
  }
}

/** A target that Hono's adapter would not take, as one that it takes and that names as little here. */
function asPath(target: string): string {
  return target.startsWith('/') ? target.replaceAll('\\', '%5C') : '/*';
}

/** Without reading the body. */
function refuse(response: ServerResponse, status: number, message: string): void {
  const text = `${message}\n`;
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
    Connection: 'close',
  });
  response.end(text);
}
