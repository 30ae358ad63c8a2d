import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Guard } from './guard.ts';
import { Refusal } from './refusal.ts';
import { replyError } from './reply.ts';
import type { Routes } from './routes.ts';

/** Milliseconds for the whole of a request; none is longer than 1 MB. */
const longestRequest = 30_000;

/** Listens, lets the guard look at every request, and hands it on. */
export class WebServer {
  readonly #server: Server;
  #routes: Routes | undefined;
  #guard: Guard | undefined;

  private constructor() {
    this.#server = createServer({ requestTimeout: longestRequest }, (request, response) => {
      void this.#answer(request, response);
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
  serve(guard: Guard, routes: Routes): void {
    this.#guard = guard;
    this.#routes = routes;
  }

  /** Returns when nothing is open any more. */
  async close(): Promise<void> {
    this.#routes?.close();
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // A client that goes away ends nothing but its own request.
    response.on('error', () => undefined);
    try {
      const { method = '', url = '' } = request;
      if (this.#guard === undefined || this.#routes === undefined) {
        throw new Refusal(503, 'Mailstow is starting.');
      }
      const [path = '', query] = url.split('?', 2);
      this.#guard.check(method, path, request.headers);
      const exchange = { request, response, method, path, query: new URLSearchParams(query) };
      await this.#routes.answer(exchange);
    } catch (error) {
      replyError(response, error);
    }
  }
}
