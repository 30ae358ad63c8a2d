import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { tellDefect } from '../engine/defects.ts';
import type { WebContext } from './web-context.ts';

/**
 * Sends a file as fast as the client takes it, and stops when the client goes away. Written to Node's response: a
 * response of Hono's that fails midway would have its error written into it.
 * @param open not called where only the headers are asked for
 */
export async function sendStream(
  c: WebContext,
  headers: Readonly<Record<string, string>>,
  open: () => Readable | Promise<Readable>,
): Promise<Response> {
  if (c.req.method === 'HEAD') return c.body(null, 200, { ...headers });
  const stream = await open();
  const { outgoing } = c.env;
  outgoing.writeHead(200, headers);
  try {
    await pipeline(stream, outgoing);
  } catch (error) {
    if (!isAborted(error)) tellDefect(error);
    outgoing.destroy();
  }
  return RESPONSE_ALREADY_SENT;
}

/** The client is gone. */
function isAborted(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}
