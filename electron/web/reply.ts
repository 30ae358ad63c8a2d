import type { ServerResponse } from 'node:http';
import { tellDefect } from '../engine/defects.ts';
import { everyHeader } from './headers.ts';
import { Refusal } from './refusal.ts';

type Headers = Readonly<Record<string, string>>;

/** Begins a response with the headers that every one has. */
export function begin(response: ServerResponse, status: number, headers: Headers): void {
  response.writeHead(status, { ...everyHeader, ...headers });
}

export function reply(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
  headers: Headers = {},
): void {
  const length = `${Buffer.byteLength(body)}`;
  begin(response, status, { 'Content-Type': type, 'Content-Length': length, ...headers });
  response.end(body);
}

export function replyHtml(
  response: ServerResponse,
  status: number,
  page: string,
  headers: Headers = {},
): void {
  reply(response, status, 'text/html; charset=utf-8', page, headers);
}

export function replyJson(response: ServerResponse, value: unknown): void {
  reply(response, 200, 'application/json', JSON.stringify(value));
}

export function redirect(response: ServerResponse, location: string, headers: Headers = {}): void {
  begin(response, 303, { Location: location, 'Content-Length': '0', ...headers });
  response.end();
}

/** Says that it was done, and nothing else. */
export function replyEmpty(response: ServerResponse, headers: Headers): void {
  begin(response, 204, headers);
  response.end();
}

/** Ends a response that failed; of what is not meant for people nothing is told. */
export function replyError(response: ServerResponse, error: unknown): void {
  if (!(error instanceof Refusal)) tellDefect(error);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const { status, message } =
    error instanceof Refusal ? error : new Refusal(500, 'Mailstow met a state it does not know.');
  // What is left of the body is not read.
  const headers = { Connection: 'close' };
  reply(response, status, 'text/plain; charset=utf-8', `${message}\n`, headers);
}
